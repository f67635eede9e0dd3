import type { DeviceRow, DeviceState } from '../../../models/db';
import type { Demo } from './customers';

type Line = readonly [
  id: string,
  customerId: string,
  name: string,
  model: string,
  serialNumber: string,
  location: string,
  businessSystem: string,
  businessLevel: string,
  purchasedOn: string,
  valueInYuan: number,
  state: DeviceState,
];

// prettier-ignore
const LINES: readonly Line[] = [
  ['D-0001', 'C-0001', '核心数据库服务器 A', '联想 ThinkSystem SR860 V2', 'J30CZ001A1', '主机房 A03 机柜 12U', '财政一体化系统', '一级', '2020-06-18', 260_000, 'in-use'],
  ['D-0002', 'C-0001', '应用服务器 1', '华为 FusionServer 2288H V5', '2102312ABC10L3000041', '主机房 A04 机柜 20U', '财政一体化系统', '一级', '2019-09-02', 86_500, 'in-use'],
  ['D-0003', 'C-0001', '备份服务器', '浪潮 NF5280M4', '815C2233087', '容灾机房 B01 机柜 06U', '数据备份', '二级', '2015-03-25', 58_000, 'powered-off'],
  ['D-0004', 'C-0001', '大厅票据打印机', '得实 DS-5400IV', 'DS54IV1809223', '一楼办事大厅 3 号窗口', '非税票据', '三级', '2018-09-11', 2_350, 'in-use'],
  ['D-0005', 'C-0001', '预算科台式机', '联想启天 M415', 'PC0X7KQ2', '5 层 506 室', '办公', '四级', '2017-05-08', 4_200, 'powered-off'],
  ['D-0006', 'C-0002', 'HIS 数据库服务器', '戴尔 PowerEdge R940', '7XK2M13', '门诊楼机房 01 机柜 10U', '医院信息系统', '一级', '2019-12-20', 198_000, 'in-use'],
  ['D-0007', 'C-0002', 'PACS 存储', '华为 OceanStor 5300 V5', '2102351KLM10J8000017', '门诊楼机房 02 机柜 04U', '影像系统', '一级', '2018-11-06', 245_000, 'in-use'],
  ['D-0008', 'C-0002', '药房标签打印机', '斑马 ZT411', '18J203704455', '门诊药房 2 号台', '药房系统', '三级', '2021-02-26', 9_800, 'in-use'],
  ['D-0009', 'C-0002', '护士站台式机', '惠普 ProDesk 400 G4', 'CNL8K2091', '住院楼 8 层护士站', '护理系统', '三级', '2017-10-30', 3_900, 'in-repair'],
  ['D-0010', 'C-0003', 'MES 服务器', '浪潮 NF5270M5', '219M5C0087', '一号厂房机房 01 机柜 08U', '制造执行系统', '二级', '2020-08-14', 42_000, 'in-use'],
  ['D-0011', 'C-0003', '车间工控机', '研华 IPC-610L', 'AKA2110357', '一号厂房 2 线操作台', '制造执行系统', '二级', '2016-04-19', 6_600, 'in-use'],
  ['D-0012', 'C-0003', '仓库条码打印机', '兄弟 QL-820NWB', 'E76310K9F218', '一号厂房成品仓', '仓储系统', '四级', '2019-07-23', 800, 'powered-off'],
];

/** The devices of the demonstration, from a label printer to a database server. */
export const DEMO_DEVICES: readonly Demo<DeviceRow>[] = LINES.map(
  ([
    _id,
    customerId,
    name,
    model,
    serialNumber,
    location,
    businessSystem,
    businessLevel,
    purchasedOn,
    valueInYuan,
    state,
  ]) => ({
    ...{
      _id,
      customerId,
      name,
      model,
      serialNumber,
      location,
      businessSystem,
      businessLevel,
      purchasedOn,
      valueInYuan,
      state,
    },
    assetNumber: _id.replace('D-', 'ZC-2026-'),
    scrappedBy: null,
  }),
);
