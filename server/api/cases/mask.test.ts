import { expect, test } from 'vitest'
import type { Party } from '../../registers/cases/party-queries.ts'
import { maskedParty } from './mask.ts'

const party: Party = {
  ...{
    partySeq: 1,
    partyId: 'DSR-LDJ-0000001',
    orgCode: 'LDJ',
    partyType: 'citizen',
    partyName: '程知远',
    tradeName: null,
  },
  ...{ idType: 'idCard', idNumber: '420106199212150020', creditCode: null, legalRep: null, repIdNumber: null },
  ...{ gender: 'female', birthDate: '1992-12-15', partyAddress: '粮道街民主路88号3栋2单元', partyPhone: '13900000000' },
  ...{ serviceAddress: null, guardian: '程有容', isEnterprise: false },
}

test('of a person the numbers, the house and the day of birth are hidden', () => {
  expect(maskedParty(party)).toMatchObject({
    ...{
      partyName: '程知远',
      idNumber: '420*************20',
      birthDate: '1992-**-**',
      partyAddress: '粮道街民主路***',
    },
    ...{ partyPhone: '139******00', guardian: '程**', serviceAddress: null },
  })
})

test('of an enterprise its public code and address are shown, of a single trader they are not', () => {
  const code = { creditCode: '91420106MA4L0AB35B', idNumber: null, partyAddress: '中南路9号' }
  expect(maskedParty({ ...party, ...code, partyType: 'enterprise' })).toMatchObject(code)
  expect(maskedParty({ ...party, ...code, partyType: 'individualBusiness' })).toMatchObject({
    creditCode: '9142***********35B',
    partyAddress: '中南路***',
  })
})

test('what is too short to show a part of is hidden whole', () => {
  expect(maskedParty({ ...party, idNumber: 'A1234' }).idNumber).toBe('*****')
})
