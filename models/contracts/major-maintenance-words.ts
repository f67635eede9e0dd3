/** Why work becomes major [001 重大维护处理流程]. */
export const MAJOR_REASONS = {
  unsolved: { zh: '现场不能解决', en: 'Cannot be solved on site' },
  mass: { zh: '大面积故障', en: 'Mass failure' },
  understaffed: { zh: '人手不足', en: 'Too few people' },
} as const;

/** The levels of a fault [002 §5.4.1]. */
export const MAJOR_LEVELS = {
  '1': { zh: '一级', en: 'Level 1' },
  '2': { zh: '二级', en: 'Level 2' },
  '3': { zh: '三级', en: 'Level 3' },
} as const;
