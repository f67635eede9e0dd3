import { Tag } from 'antd';
import type { CaseState, Outcome, Priority } from '../../models/codes';
import { OUTCOME_TITLES } from '../../models/contracts/outcomes';
import type { TaskStatus } from '../../models/contracts/task';
import { STATE_TITLES } from '../../models/contracts/waiting';
import type { Text } from '../../models/contracts/text';
import type { Device } from '../api/types';
import { useLanguage } from '../words/use-language';

const STATE_COLOURS: Readonly<Record<CaseState, string>> = {
  open: 'processing',
  completed: 'success',
  'rolled-back': 'warning',
  joined: 'default',
  rejected: 'error',
  withdrawn: 'default',
  cancelled: 'default',
  expired: 'warning',
};

/** The state of a case. */
export function StateTag({ state }: { readonly state: CaseState }) {
  const { pick } = useLanguage();
  return <Tag color={STATE_COLOURS[state]}>{pick(STATE_TITLES[state])}</Tag>;
}

/** The priority, where it is not the usual one. */
export function PriorityTag({ priority }: { readonly priority: Priority }) {
  const { say } = useLanguage();
  if (priority === 'normal') return null;
  return <Tag color={priority === 'urgent' ? 'error' : 'warning'}>{say(`priority.${priority}`)}</Tag>;
}

const OUTCOME_COLOURS: Readonly<Record<Outcome, string>> = {
  submit: 'success',
  approve: 'success',
  reject: 'error',
  return: 'warning',
};

/** What was decided, in the step's own words where it has some. */
export function OutcomeTag({ outcome, title }: { readonly outcome: Outcome; readonly title?: Text | null }) {
  const { pick } = useLanguage();
  return <Tag color={OUTCOME_COLOURS[outcome]}>{pick(title ?? OUTCOME_TITLES[outcome])}</Tag>;
}

const STATUS_COLOURS: Readonly<Record<TaskStatus, string>> = {
  open: 'processing',
  completed: 'success',
  expired: 'warning',
  withdrawn: 'default',
};

/** The state of a task. */
export function StatusTag({ status }: { readonly status: TaskStatus }) {
  const { say } = useLanguage();
  return <Tag color={STATUS_COLOURS[status]}>{say(`task.status.${status}`)}</Tag>;
}

const DEVICE_COLOURS: Readonly<Record<Device['state'], string>> = {
  'in-use': 'success',
  'powered-off': 'default',
  replaced: 'default',
  'in-repair': 'warning',
  scrapped: 'error',
};

/** The state of a device. */
export function DeviceTag({ state }: { readonly state: Device['state'] }) {
  const { say } = useLanguage();
  return <Tag color={DEVICE_COLOURS[state]}>{say(`device.state.${state}`)}</Tag>;
}
