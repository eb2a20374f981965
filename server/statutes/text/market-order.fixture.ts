/** An invented law in the form official texts are published in. */
export const marketOrder = `# 演示集市管理条例

2019年3月1日 演示市人民代表大会常务委员会第一次会议通过

2024年5月6日 演示市人民代表大会常务委员会第九次会议修订

<!-- INFO END -->

## 第一编　总　　则

### 第一章 目的

第一条 为了让集市热闹而有序，制定本条例。

第二条 本条例所称集市，是指下列场所：

（一）早市；

（二）夜市，包括：

1. 餐饮夜市；

2. 百货夜市。

临时摊点参照本条例管理。

### 第二章 摊位

第三条 摊位以蓝线为界。

第三条之一 雨天可以搭棚。

## 第二编 附则

第四条 本条例自2024年7月1日起施行。
`

/** Its amendment: one article that says something else, one that is new. */
export const marketAmendment = `关于修改《演示集市管理条例》的决定
（2026年8月3日演示市人民代表大会常务委员会第二十次会议通过）

第三条 摊位以黄线为界，线外不得占道经营。

第三条之二 收摊后半小时内清扫干净。
`
