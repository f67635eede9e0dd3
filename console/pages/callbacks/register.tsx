import { Checkbox } from 'antd';
import { CASE_STATES } from '../../../models/codes';
import { STATE_TITLES } from '../../../models/contracts/waiting';
import { listQuery } from '../../api/queries';
import type { Callback, CallbackResultAsked, Form } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ReferenceField } from '../../form/fields/reference';
import { Choice } from '../../parts/choice';
import { FieldChoice } from '../../parts/field-choice';
import { MoreFilters } from '../../parts/more-filters';
import { PeriodChoice } from '../../parts/period-choice';
import { RecordList } from '../../parts/record-list';
import { RegisterBar } from '../../parts/register-bar';
import { useLanguage } from '../../words/use-language';
import { CallbackCard } from './callback-card';
import { useCallbackColumns } from './callback-columns';
import { CALLBACK_FILTERS, type CallbackFilters, type ChangeFilters } from './filters';

interface Props {
  /** With which a callback is begun; it has the reasons. */
  readonly form: Form | undefined;
  readonly filters: CallbackFilters;
  readonly change: ChangeFilters;
}

/** Every callback with what came of it, the latest first. */
export function CallbackRegister({ form, filters, change }: Props) {
  const { say } = useLanguage();
  const asked = Object.fromEntries(CALLBACK_FILTERS.map((name) => [name, filters[name]]));
  return (
    <>
      <RegisterBar names={CALLBACK_FILTERS} filters={filters} change={change} hint={say('callbacks.search')}>
        <Choices form={form} filters={filters} change={change} />
        <More filters={filters} change={change} />
      </RegisterBar>
      <RecordList<Callback>
        label={say('callbacks.register')}
        query={listQuery<Callback>(useApi(), '/callbacks', asked)}
        columns={useCallbackColumns('all')}
        card={(row) => <CallbackCard row={row} />}
        to={(row) => `/cases/${row.id}`}
        empty={say('callbacks.none')}
      />
    </>
  );
}

const RESULTS = [
  'reached',
  'satisfied',
  'dissatisfied',
  'recovered',
  'unreached',
  'none',
] as const satisfies CallbackResultAsked[];

function Choices({ form, filters, change }: Props) {
  const { say, pick } = useLanguage();
  return (
    <>
      <FieldChoice
        label={say('callback.reason')}
        {...{ form, field: 'reason', value: filters.reason }}
        onChange={(reason) => change({ reason })}
      />
      <Choice
        label={say('callback.result')}
        value={filters.result}
        options={RESULTS.map((value) => ({ value, label: say(`callback.result.${value}`) }))}
        onChange={(result) => change({ result })}
      />
      <Choice
        label={say('cases.state')}
        value={filters.state}
        options={CASE_STATES.map((state) => ({ value: state, label: pick(STATE_TITLES[state]) }))}
        onChange={(state) => change({ state })}
      />
      <PeriodChoice label={say('callbacks.period')} filters={filters} change={change} />
    </>
  );
}

const REFERENCES = [
  ['customer', 'customer', 'figures.customer'],
  ['engineer', 'person', 'callback.worker'],
] as const;

function More({ filters, change }: Omit<Props, 'form'>) {
  const { say } = useLanguage();
  const isAsked = [filters.customer, filters.engineer, filters.counted].some((value) => value !== undefined);
  return (
    <MoreFilters isAsked={isAsked}>
      {REFERENCES.map(([name, kind, label]) => (
        <ReferenceField
          key={name}
          kind={kind}
          label={say(label)}
          {...(filters[name] === undefined ? {} : { value: filters[name] })}
          onChange={(chosen) => change({ [name]: chosen })}
        />
      ))}
      <Checkbox
        checked={filters.counted === 'true'}
        onChange={({ target }) => change({ counted: target.checked ? 'true' : undefined })}
      >
        {say('callbacks.counted')}
      </Checkbox>
    </MoreFilters>
  );
}
