/** What each rule rests on, as its objections cite it: shown with the law, and held against the sources by a test. */
export const ruleBasis: Readonly<Record<string, readonly string[]>> = {
  'R-SUBJECT': ['行政处罚法 第24条', '行政处罚法 第38条', '行政强制法 第13条', '行政强制法 第17条'],
  'R-TWO': ['行政处罚法 第42条', '行政处罚法 第55条', '行政强制法 第18条'],
  'R-CERT': ['行政处罚法 第42条', '行政处罚法 第55条', '行政处罚法 第76条'],
  'R-SOD': [
    '行政处罚法 第43条',
    '行政处罚法 第58条',
    '行政处罚法 第64条',
    '行政处罚法 第67条',
    '国办发〔2018〕118号【待核】',
  ],
  'R-QUAL58': ['行政处罚法 第58条第2款'],
  'R-REVIEW-GATE': [
    '行政处罚法 第58条',
    '行政处罚法 第58条第1款',
    '优化营商环境条例 第58条',
    '国办发〔2018〕118号【待核】',
  ],
  'R-SUSPENDED': ['行政处罚法 第60条'],
  'R-POOL': ['国办发〔2018〕118号【待核】'],
  'R-AUX': ['国办发〔2024〕54号【待核】'],
  'R-FIRST-FILED': ['行政处罚法 第25条'],
  'R-DESIGNATE': ['行政处罚法 第25条第2款'],
  'R-NIGHT': ['行政强制法 第43条'],
  'R-SUPERVISION': ['行政执法监督条例【待核】'],
  'R-WHISTLE': ['优化营商环境条例 第57条'],
  'R-NO-PENALTY-LINK': ['行政处罚法 第74条第3款'],
}
