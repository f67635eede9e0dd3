import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, InputNumber } from 'antd';
import {
  CLASS_TITLES,
  FAULT_LEVELS,
  LEVEL_TITLES,
  SERVICE_CLASSES,
  TIER_TITLES,
  TIERS,
  type ServiceClass,
  type Tier,
} from '../../models/contracts/service-level-names';
import { serviceLevelsQuery } from '../api/queries';
import type { ServiceLevels } from '../api/types';
import { useApi } from '../api/use-api';
import { useSubmission } from '../api/use-submission';
import { Loaded } from '../parts/loaded';
import { NotSaved } from '../parts/not-saved';
import { Page } from '../parts/page';
import { useBegun, type Begun } from '../parts/use-begun';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';

const HALVES = ['response', 'resolution'] as const;
type Half = (typeof HALVES)[number];
/** Minutes by class, tier and half, and by level; what is blank is not there. */
interface Values {
  readonly limits?: Partial<Record<ServiceClass, Partial<Record<Tier, Partial<Record<Half, number | null>>>>>>;
  readonly diagnosis?: Partial<Record<number, number | null>>;
}

/** The table of limits by class and tier, blank at first; administrators fill it in, staff read it. */
export function ServiceLevelsPage() {
  const { say } = useLanguage();
  const query = useQuery(serviceLevelsQuery(useApi()));
  return (
    <Page title={say('levels.title')}>
      <Loaded query={query}>{(newest) => <Editing newest={newest} />}</Loaded>
    </Page>
  );
}

function Editing({ newest }: { readonly newest: ServiceLevels }) {
  const editing = useBegun(newest);
  return <Table key={editing.begun.version} editing={editing} />;
}

function Table({ editing }: { readonly editing: Begun<ServiceLevels> }) {
  const { begun: levels } = editing;
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, pick } = useLanguage();
  const mayEdit = holdsAny(useMe(), ['admin']);
  const saving = useSubmission(
    async (values: Values) =>
      await client.send<ServiceLevels>('PUT', '/service-levels', { body: bodyOf(values), version: levels.version }),
    {
      done: (saved) => {
        queries.setQueryData(serviceLevelsQuery(client).queryKey, saved);
        editing.anew();
        void message.success(say('saved.done'));
        void queries.invalidateQueries();
      },
    },
  );
  const reload = () => {
    editing.anew();
    void queries.invalidateQueries();
  };
  const minutes = (path: readonly (string | number)[], label: string) => (
    <Form.Item name={[...path] as never} noStyle>
      <InputNumber aria-label={label} min={1} max={1_000_000} precision={0} disabled={!mayEdit} style={{ width: 90 }} />
    </Form.Item>
  );
  const cell = (kind: ServiceClass, tier: Tier, half: Half) => {
    const what = say(`levels.${half}`);
    const label = say('levels.cell', { kind: pick(CLASS_TITLES[kind]), tier: pick(TIER_TITLES[tier]), what });
    return (
      <div key={half} className="card-line">
        <span className="quiet">{what}</span>
        {minutes(['limits', kind, tier, half], label)}
      </div>
    );
  };
  return (
    <Form initialValues={valuesOf(levels)} onValuesChange={editing.change} onFinish={saving.submit}>
      <div className="stack">
        <Alert type="info" showIcon title={say('levels.help')} />
        {SERVICE_CLASSES.map((kind) => (
          <Card key={kind} size="small" title={pick(CLASS_TITLES[kind])}>
            <div className="filters">
              {TIERS.map((tier) => (
                <div key={tier}>
                  <strong>{pick(TIER_TITLES[tier])}</strong>
                  {HALVES.map((half) => cell(kind, tier, half))}
                </div>
              ))}
            </div>
          </Card>
        ))}
        <Card size="small" title={say('levels.diagnosis')}>
          <div className="filters">
            {FAULT_LEVELS.map((level) => (
              <div key={level} className="card-line">
                <span className="quiet">{pick(LEVEL_TITLES[level])}</span>
                {minutes(['diagnosis', level], `${say('levels.diagnosis')} ${pick(LEVEL_TITLES[level])}`)}
              </div>
            ))}
          </div>
        </Card>
        <NotSaved error={saving.error} outdated={['changed-meanwhile']} reload={reload} />
        {mayEdit && (
          <div>
            <Button type="primary" htmlType="submit" loading={saving.isUnderWay}>
              {say('action.save')}
            </Button>
          </div>
        )}
      </div>
    </Form>
  );
}

function valuesOf({ limits, diagnosis }: ServiceLevels): Values {
  const ofClass = (kind: ServiceClass) =>
    Object.fromEntries(
      limits
        .filter((row) => row.class === kind)
        .map((row) => [row.tier, { response: row.responseInMinutes, resolution: row.resolutionInMinutes }]),
    );
  return {
    limits: Object.fromEntries(SERVICE_CLASSES.map((kind) => [kind, ofClass(kind)])),
    diagnosis: Object.fromEntries(diagnosis.map(({ level, inMinutes }) => [level, inMinutes])),
  };
}

function bodyOf({ limits = {}, diagnosis = {} }: Values): Omit<ServiceLevels, 'version'> {
  const cells = SERVICE_CLASSES.flatMap((kind) => TIERS.map((tier) => ({ kind, tier, of: limits[kind]?.[tier] })));
  return {
    limits: cells.flatMap(({ kind, tier, of }) => {
      const [responseInMinutes, resolutionInMinutes] = [of?.response ?? null, of?.resolution ?? null];
      const isBlank = responseInMinutes === null && resolutionInMinutes === null;
      return isBlank ? [] : [{ class: kind, tier, responseInMinutes, resolutionInMinutes }];
    }),
    diagnosis: FAULT_LEVELS.flatMap((level) => {
      const inMinutes = diagnosis[level] ?? null;
      return inMinutes === null ? [] : [{ level, inMinutes }];
    }),
  };
}
