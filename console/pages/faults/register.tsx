import { CASE_STATES } from '../../../models/codes';
import { STATE_TITLES } from '../../../models/contracts/waiting';
import { listQuery } from '../../api/queries';
import type { Fault, Form } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ReferenceField } from '../../form/fields/reference';
import { Choice } from '../../parts/choice';
import { FieldChoice } from '../../parts/field-choice';
import { MoreFilters } from '../../parts/more-filters';
import { PeriodChoice } from '../../parts/period-choice';
import { RecordList } from '../../parts/record-list';
import { RegisterBar } from '../../parts/register-bar';
import { useLanguage } from '../../words/use-language';
import { FaultCard } from './fault-card';
import { useFaultColumns } from './fault-columns';
import { FAULT_FILTERS, type ChangeFilters, type FaultFilters } from './filters';

interface Props {
  /** With which a fault is reported; it has the levels, urgencies and classes. */
  readonly form: Form | undefined;
  readonly filters: FaultFilters;
  readonly change: ChangeFilters;
}

/** 维护记录库: every fault from its report to its solution, the latest first. */
export function FaultRegister({ form, filters, change }: Props) {
  const { say } = useLanguage();
  const asked = Object.fromEntries(FAULT_FILTERS.map((name) => [name, filters[name]]));
  return (
    <>
      <RegisterBar names={FAULT_FILTERS} filters={filters} change={change} hint={say('faults.search')}>
        <Choices form={form} filters={filters} change={change} />
        <Who filters={filters} change={change} />
      </RegisterBar>
      <RecordList<Fault>
        label={say('faults.register')}
        query={listQuery<Fault>(useApi(), '/faults', asked)}
        columns={useFaultColumns('all')}
        card={(row) => <FaultCard row={row} />}
        to={(row) => `/cases/${row.id}`}
        empty={say('faults.none')}
      />
    </>
  );
}

function Choices({ form, filters, change }: Props) {
  const { say, pick } = useLanguage();
  return (
    <>
      {(['level', 'urgency', 'class'] as const).map((name) => (
        <FieldChoice
          key={name}
          label={say(`fault.${name}`)}
          {...{ form, field: name, value: filters[name] }}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <Choice
        label={say('cases.state')}
        value={filters.state}
        options={CASE_STATES.map((state) => ({ value: state, label: pick(STATE_TITLES[state]) }))}
        onChange={(state) => change({ state })}
      />
      <PeriodChoice label={say('faults.period')} filters={filters} change={change} />
    </>
  );
}

const REFERENCES = [
  ['customer', 'customer', 'figures.customer'],
  ['engineer', 'person', 'fault.engineer'],
  ['device', 'device', 'fault.device'],
] as const;

function Who({ filters, change }: Omit<Props, 'form'>) {
  const { say } = useLanguage();
  return (
    <MoreFilters isAsked={REFERENCES.some(([name]) => filters[name] !== undefined)}>
      {REFERENCES.map(([name, kind, label]) => (
        <ReferenceField
          key={name}
          kind={kind}
          label={say(label)}
          {...(filters[name] === undefined ? {} : { value: filters[name] })}
          onChange={(chosen) => change({ [name]: chosen })}
        />
      ))}
    </MoreFilters>
  );
}
