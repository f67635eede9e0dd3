import type { ScrapAmendment, ScrapReceipt, ScrapRequest, ScrapWipe } from '../../models/contracts/scrap';
import { approval } from '../human-task/approval';
import { end, next, procedure } from '../human-task/procedure';

interface ScrapData {
  request: ScrapRequest;
  /** Names of what the request refers to, since it was last amended. */
  names: Readonly<Record<string, string>>;
}

/** 设备报废审批 [001 设备报废审批流程]: a device that cannot be repaired goes back, is approved for scrap, and only then is wiped. */
export const scrap = procedure<ScrapData>({
  begin: (input) => ({ request: input.request as unknown as ScrapRequest, names: {} }),

  stages: {
    // 不能修理的设备必须说明不能修理的原因，登记: the request states the reason; sent back, the applicant amends it.
    async register(desk) {
      if (!desk.isRepeated) return next();
      const { device, ...prefill } = desk.data.request;
      const amended = await desk.ask<ScrapAmendment>({
        step: 'amend',
        whom: desk.applicant,
        form: { id: 'scrap.amendment', version: 1 },
        prefill,
      });
      desk.data.request = { device, ...amended.form };
      desk.data.names = amended.names;
      return next();
    },

    // 登记后交回主管部门: the competent department takes the device and signs for it.
    async 'hand-back'(desk) {
      await desk.ask<ScrapReceipt>({
        step: 'receipt',
        whom: desk.role('competent-department'),
        form: { id: 'scrap.receipt', version: 1 },
      });
      return next();
    },

    // 依据严格的设备报废审批流程办理报废手续: first the project manager,
    'manager-review': (desk) =>
      approval(
        desk,
        { step: 'manager-review', whom: desk.role('project-manager'), form: { id: 'scrap.opinion', version: 1 } },
        'archive',
      ),

    // then the competent department on the customer's side,
    'department-review': (desk) =>
      approval(
        desk,
        {
          step: 'department-review',
          whom: desk.role('competent-department'),
          form: { id: 'scrap.opinion', version: 1 },
        },
        'archive',
      ),

    // and from the set value on, finance as well.
    'finance-review': (desk) =>
      valueInYuan(desk) >= desk.amount('finance-from-yuan')
        ? approval(
            desk,
            { step: 'finance-review', whom: desk.role('finance'), form: { id: 'scrap.opinion', version: 1 } },
            'archive',
          )
        : next(),

    // Only now are the data wiped; the form says how and by whom.
    async wipe(desk) {
      await desk.ask<ScrapWipe>({ step: 'wipe', whom: desk.role('engineer'), form: { id: 'scrap.wipe', version: 1 } });
      return next();
    },

    // 该流程的产出物只有一个，就是设备报废审批单: filed for approved and refused requests alike.
    async archive(desk) {
      const state = desk.standing('wipe') ? 'completed' : 'rejected';
      await desk.file('scrap-approval', state);
      if (state === 'completed') desk.scrapDevice(desk.data.request.device);
      return end(state);
    },
  },

  noEndingFrom: 'archive',
  clocks: ['overall'],
});

/** The higher of what the applicant states and what the device's record says, so that nobody states a device past finance. */
function valueInYuan(desk: { data: ScrapData; facts: Readonly<Record<string, unknown>> }): number {
  const recorded = (desk.facts.device as { valueInYuan?: number } | undefined)?.valueInYuan ?? 0;
  return Math.max(desk.data.request.valueInYuan, recorded);
}
