import type { Text } from '../../models/contracts/text';
import type { DeviceRow } from '../../models/db';

/** What the form of a case prints of a device, and whoever decides about it has to know. */
export function deviceFacts(device: DeviceRow): { readonly label: Text; readonly value: string }[] {
  const { valueInYuan } = device;
  const rows: readonly (readonly [Text, string | null | undefined])[] = [
    [{ zh: '型号', en: 'Model' }, device.model],
    [{ zh: '资产编号', en: 'Asset number' }, device.assetNumber],
    [{ zh: '物理位置', en: 'Location' }, device.location],
    [{ zh: '业务系统', en: 'Business system' }, device.businessSystem],
    [{ zh: '业务级别', en: 'Business level' }, device.businessLevel],
    [{ zh: '购置日期', en: 'Purchased on' }, device.purchasedOn],
    [{ zh: '台账原值（元）', en: 'Value on record (yuan)' }, valueInYuan === null ? null : valueInYuan.toFixed(2)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
