import type { Priority } from '../codes';
import type { Text } from './text';

/** The classes of 001's matrix, beside level and urgency. */
export const SERVICE_CLASSES = ['disaster', 'severe', 'general', 'inspection'] as const;
/** The class of a service. */
export type ServiceClass = (typeof SERVICE_CLASSES)[number];
/** The classes as the document calls them. */
export const CLASS_TITLES: Readonly<Record<ServiceClass, Text>> = {
  disaster: { zh: '灾难性故障', en: 'Disaster' },
  severe: { zh: '严重故障', en: 'Severe fault' },
  general: { zh: '一般故障', en: 'General fault' },
  inspection: { zh: '巡检服务', en: 'Inspection' },
};

/** The service tiers of customers and contracts. */
export const TIERS = ['standard', 'silver', 'gold'] as const;
/** A service tier. */
export type Tier = (typeof TIERS)[number];
/** The tiers as the document calls them. */
export const TIER_TITLES: Readonly<Record<Tier, Text>> = {
  standard: { zh: '标准级', en: 'Standard' },
  silver: { zh: '银牌级', en: 'Silver' },
  gold: { zh: '金牌级', en: 'Gold' },
};

/** The levels of a fault: 一级 system down, 二级 unstable, 三级 all else. */
export const FAULT_LEVELS = [1, 2, 3] as const;
/** The level of a fault. */
export type FaultLevel = (typeof FAULT_LEVELS)[number];
/** The levels as the document calls them. */
export const LEVEL_TITLES: Readonly<Record<FaultLevel, Text>> = {
  1: { zh: '一级', en: 'Level 1' },
  2: { zh: '二级', en: 'Level 2' },
  3: { zh: '三级', en: 'Level 3' },
};

/** The urgencies of 004 二. */
export const URGENCIES = ['critical', 'urgent', 'normal', 'other'] as const;
/** How urgent a request is [004 二]. */
export type Urgency = (typeof URGENCIES)[number];
/** The urgencies as the document calls them. */
export const URGENCY_TITLES: Readonly<Record<Urgency, Text>> = {
  critical: { zh: '特急', en: 'Critical' },
  urgent: { zh: '紧急', en: 'Urgent' },
  normal: { zh: '一般', en: 'Normal' },
  other: { zh: '其他', en: 'Other' },
};

/** How well a limit was kept [001 §3]: one scale for every fault and service request, not the level of a fault. */
export type Grade = 1 | 2 | 3 | 4;

/** The best first. */
export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** The grades as the document calls them. */
export const GRADE_TITLES: Readonly<Record<Grade, Text>> = {
  1: { zh: '特别满意', en: 'excellent' },
  2: { zh: '满意', en: 'good' },
  3: { zh: '及格', en: 'sufficient' },
  4: { zh: '不及格', en: 'failed' },
};

/** How urgent a case of such an urgency is among others. */
export const URGENCY_PRIORITIES = {
  critical: 'urgent',
  urgent: 'high',
  normal: 'normal',
  other: 'normal',
} as const satisfies Readonly<Record<Urgency, Priority>>;
