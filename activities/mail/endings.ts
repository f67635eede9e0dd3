import type { CaseState } from '../../models/codes';
import type { Text } from '../../models/contracts/text';

type Ending = Exclude<CaseState, 'open'>;

/** How a case ended, in one word. */
export const ENDINGS: Readonly<Record<Ending, Text>> = {
  completed: { zh: '已完成', en: 'completed' },
  'rolled-back': { zh: '已回退', en: 'rolled back' },
  joined: { zh: '已并入在办的同一故障', en: 'joined to the case that is open about it' },
  rejected: { zh: '未获批准', en: 'rejected' },
  withdrawn: { zh: '申请人已撤回', en: 'withdrawn by the applicant' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  expired: { zh: '逾期未办，已终止', en: 'ended because a deadline expired' },
};

const AFTERWORDS: Readonly<Record<string, Partial<Record<Ending, Text>>>> = {
  scrap: {
    completed: {
      zh: '设备报废审批单已归档，可在流程页面查看；设备台账已更新为“已报废”。',
      en: 'The scrap approval form is filed with the case, and the device is recorded as scrapped.',
    },
    rejected: {
      zh: '设备报废审批单已归档，可在流程页面查看。设备现存放于主管部门，后续处置请与主管部门联系。',
      en: 'The scrap approval form is filed with the case. The device is with the competent department; please contact them about what happens to it next.',
    },
  },
};

/** What follows from this ending for this kind of case, if anything. */
export function afterwordOf(process: string, ending: Ending): Text | null {
  return AFTERWORDS[process]?.[ending] ?? null;
}
