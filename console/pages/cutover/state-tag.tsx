import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  FieldTimeOutlined,
  PlayCircleOutlined,
  RollbackOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { CutoverStep } from '../../api/types';
import { useLanguage } from '../../words/use-language';

type State = CutoverStep['state'];

const LOOKS: Readonly<Record<State, readonly [colour: string, icon: ReactNode]>> = {
  waiting: ['default', <ClockCircleOutlined key="waiting" aria-hidden />],
  'under-way': ['processing', <PlayCircleOutlined key="under-way" aria-hidden />],
  done: ['success', <CheckCircleOutlined key="done" aria-hidden />],
  failed: ['error', <CloseCircleOutlined key="failed" aria-hidden />],
  'over-time': ['error', <FieldTimeOutlined key="over-time" aria-hidden />],
  stopped: ['warning', <StopOutlined key="stopped" aria-hidden />],
  undoing: ['processing', <RollbackOutlined key="undoing" aria-hidden />],
  undone: ['warning', <RollbackOutlined key="undone" aria-hidden />],
  'undo-failed': ['error', <WarningOutlined key="undo-failed" aria-hidden />],
};

/** How a step of a cutover stands, by colour, icon and word. */
export function StepTag({ state }: { readonly state: State }) {
  const { say } = useLanguage();
  const [colour, icon] = LOOKS[state];
  return (
    <Tag color={colour} icon={icon}>
      {say(`cutover.state.${state}`)}
    </Tag>
  );
}
