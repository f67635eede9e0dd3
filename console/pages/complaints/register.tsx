import { Checkbox } from 'antd';
import { CASE_STATES } from '../../../models/codes';
import { STATE_TITLES } from '../../../models/contracts/waiting';
import { listQuery } from '../../api/queries';
import type { Complaint, Form } from '../../api/types';
import { useApi } from '../../api/use-api';
import { ReferenceField } from '../../form/fields/reference';
import { Choice } from '../../parts/choice';
import { FieldChoice } from '../../parts/field-choice';
import { MoreFilters } from '../../parts/more-filters';
import { PeriodChoice } from '../../parts/period-choice';
import { RecordList } from '../../parts/record-list';
import { RegisterBar } from '../../parts/register-bar';
import { useLanguage } from '../../words/use-language';
import { ComplaintCard, useComplaintColumns } from './complaint-line';
import { COMPLAINT_FILTERS, type ChangeFilters, type ComplaintFilters } from './filters';

interface Props {
  /** With which a complaint is entered; it has the kinds. */
  readonly form: Form | undefined;
  readonly filters: ComplaintFilters;
  readonly change: ChangeFilters;
}

/** The register of complaints, the latest first. */
export function Register({ form, filters, change }: Props) {
  const { say } = useLanguage();
  const asked = Object.fromEntries(COMPLAINT_FILTERS.map((name) => [name, filters[name]]));
  return (
    <>
      <RegisterBar names={COMPLAINT_FILTERS} filters={filters} change={change} hint={say('complaints.search')}>
        <Choices form={form} filters={filters} change={change} />
        <More filters={filters} change={change} />
      </RegisterBar>
      <RecordList<Complaint>
        label={say('nav.complaints')}
        query={listQuery<Complaint>(useApi(), '/complaints', asked)}
        columns={useComplaintColumns()}
        card={(row) => <ComplaintCard row={row} />}
        to={(row) => `/cases/${row.id}`}
        empty={say('complaints.none')}
      />
    </>
  );
}

function Choices({ form, filters, change }: Props) {
  const { say, pick } = useLanguage();
  return (
    <>
      <FieldChoice
        label={say('complaint.kind')}
        {...{ form, field: 'kind', value: filters.kind }}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={say('cases.state')}
        value={filters.state}
        options={CASE_STATES.map((state) => ({ value: state, label: pick(STATE_TITLES[state]) }))}
        onChange={(state) => change({ state })}
      />
      <PeriodChoice label={say('complaints.period')} filters={filters} change={change} />
    </>
  );
}

function More({ filters, change }: Omit<Props, 'form'>) {
  const { say } = useLanguage();
  const { customer, person, counted, dissatisfied } = filters;
  const isAsked = [customer, person, counted, dissatisfied].some((value) => value !== undefined);
  return (
    <MoreFilters isAsked={isAsked}>
      <ReferenceField
        kind="customer"
        label={say('figures.customer')}
        {...(customer === undefined ? {} : { value: customer })}
        onChange={(chosen) => change({ customer: chosen })}
      />
      <ReferenceField
        kind="person"
        label={say('complaint.persons')}
        {...(person === undefined ? {} : { value: person })}
        onChange={(chosen) => change({ person: chosen })}
      />
      {(['dissatisfied', 'counted'] as const).map((name) => (
        <Checkbox
          key={name}
          checked={filters[name] === 'true'}
          onChange={({ target }) => change({ [name]: target.checked ? 'true' : undefined })}
        >
          {say(`complaints.${name}`)}
        </Checkbox>
      ))}
    </MoreFilters>
  );
}
