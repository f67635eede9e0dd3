import type { Text } from '../../models/contracts/text';

/** Words about signing by hand. */
export const SIGNING_WORDS = {
  'sign.name': { zh: '签字人姓名', en: 'Name of the signer' },
  'sign.typeName': { zh: '请键入您的姓名', en: 'Type your name' },
  'sign.pad': { zh: '手写签名区：请在框内签名', en: 'Sign within this box' },
  'sign.here': { zh: '请在框内签名', en: 'Sign here' },
  'sign.padSigned': { zh: '手写签名区：已签名', en: 'Sign within this box: signed' },
  'sign.again': { zh: '重写', en: 'Sign again' },
  'sign.type': { zh: '不便手写？键入姓名', en: 'Cannot draw? Type your name' },
  'sign.draw': { zh: '改为手写', en: 'Draw it instead' },
  'sign.needed': { zh: '请在框内手写签名，并写明姓名', en: 'Sign within the box, with your name' },
  'sign.neededAny': { zh: '请手写签名或键入姓名', en: 'Sign within the box, or type your name' },
  'sign.tooLittle': { zh: '签名太短，请写下完整签名', en: 'That is too little to be a signature' },
  'sign.typed': { zh: '{name}（键入姓名）', en: '{name} (typed)' },
  'sign.drawn': { zh: '{name} 的手写签名', en: 'Signature of {name}' },
} as const satisfies Readonly<Record<string, Text>>;
