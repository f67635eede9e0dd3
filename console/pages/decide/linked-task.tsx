import { useQueryClient } from '@tanstack/react-query';
import { App, Card, Descriptions } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import { isProblem } from '../../api/problem';
import type { DecisionLink } from '../../api/types';
import { CaseFilesContext } from '../../form/case-files';
import { fieldsOf } from '../../form/schema';
import { ShownForm } from '../../form/shown-form';
import { Due } from '../../parts/due';
import { FactCard } from '../../parts/fact-list';
import { FileLink } from '../../parts/file-link';
import { Page } from '../../parts/page';
import { sizeOf } from '../../parts/size';
import { ByLinkContext } from '../../session/by-link';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { DecisionForm } from '../task/decision-form';
import { DecidedByLink } from './decided-by-link';

const AT = '/decision-link';

/** The one task that a link asks for, with all of its case that one needs to decide it. */
export function LinkedTask({ asked }: { readonly asked: DecisionLink }) {
  const { say, pick } = useLanguage();
  const { task, person, files, state } = asked;
  const others = files.filter(({ id }) => !filesIn(asked.request).includes(id));
  return (
    <ByLinkContext value={{ signer: person.name, filesAt: `${AT}/files`, names: namesIn(asked) }}>
      <CaseFilesContext value={files}>
        <Page title={`${pick(task.title, task.step)} · ${task.subject}`}>
          <div className="stack">
            {state !== 'open' && <DecidedByLink asked={asked} />}
            <Card>
              <Facts asked={asked} />
            </Card>
            <FactCard facts={task.facts} />
            {asked.request && (
              <Card title={say('case.request')}>
                <ShownForm form={asked.request.form} values={asked.request.values} />
              </Card>
            )}
            {asked.about.length > 0 && (
              <Card title={say('link.about')}>
                <Descriptions
                  size="small"
                  column={1}
                  items={asked.about.map(({ label, value }) => ({
                    key: label.en,
                    label: pick(label),
                    children: value,
                  }))}
                />
              </Card>
            )}
            {others.length > 0 && (
              <Card title={say('case.attachments')}>
                <ul className="cards" aria-label={say('case.attachments')}>
                  {others.map(({ id, fileName, sizeInBytes }) => (
                    <li key={id} className="card-line">
                      <FileLink id={id} fileName={fileName} />
                      <span className="quiet">{sizeOf(sizeInBytes)}</span>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            {asked.decisions.length > 0 && <Opinions decisions={asked.decisions} />}
            {state === 'open' && <Question asked={asked} />}
          </div>
        </Page>
      </CaseFilesContext>
    </ByLinkContext>
  );
}

/** What the records are called to which the request and the decisions refer. */
function namesIn({ request, decisions, decided }: DecisionLink): Readonly<Record<string, string>> {
  const filled = [request, decided?.filled, ...decisions.map((one) => one.filled)];
  return Object.fromEntries(filled.flatMap((of) => Object.entries(of?.names ?? {})));
}

/** The files that the request itself names, each at its place. */
function filesIn(request: DecisionLink['request']): readonly unknown[] {
  if (!request) return [];
  const fields = fieldsOf(request.form).filter(({ field }) => field.kind === 'attachments');
  return fields.flatMap(({ name }) => request.values[name] ?? []);
}

function Question({ asked: { task, person, expiresAt } }: { readonly asked: DecisionLink }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, pick, language } = useLanguage();
  const subject = `${pick(task.title, task.step)} · ${task.subject}`;
  const until = shownInstant(expiresAt, settings().timeZone, language);
  const readAgain = async () => await queries.invalidateQueries();
  const tooLate = async (error: Error) => {
    if (!isProblem(error, 'task-closed', 'case-closed', 'task-claimed', 'not-allowed', 'link-withdrawn')) return;
    await readAgain();
    void message.warning(say('link.tooLate'));
  };
  return (
    <Card title={say('task.form')}>
      <p className="quiet">{say('link.forYou', { name: person.name, until })}</p>
      <DecisionForm
        task={task}
        to={`${AT}/decision`}
        confirms={subject}
        onDone={() => void readAgain()}
        onTooLate={tooLate}
      />
    </Card>
  );
}

function Facts({ asked: { task, state } }: { readonly asked: DecisionLink }) {
  const { say, pick } = useLanguage();
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'case', label: say('task.case'), children: task.caseId },
        { key: 'process', label: say('task.process'), children: pick(task.processTitle, task.process) },
        { key: 'applicant', label: say('task.applicant'), children: task.applicant.name },
        { key: 'customer', label: say('task.customer'), children: task.customer?.name ?? say('word.none') },
        ...(state === 'open'
          ? [
              {
                key: 'due',
                label: say('task.due'),
                children: <Due at={task.dueAt} isOpen isProvisional={task.isDueProvisional} pause={task.pause} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Opinions({ decisions }: { readonly decisions: DecisionLink['decisions'] }) {
  const { say, pick, language } = useLanguage();
  return (
    <Card title={say('link.opinions')}>
      <ol className="cards">
        {decisions.map(({ title, outcomeTitle, by, at, comment, filled }) => (
          <li key={`${at} ${by.id}`}>
            <div className="card-line">
              <strong>{pick(title)}</strong>
              <span>{pick(outcomeTitle)}</span>
            </div>
            <div className="card-line quiet">
              {by.name}
              <span>{shownInstant(at, settings().timeZone, language)}</span>
            </div>
            {comment && <p className="lines">{comment}</p>}
            {filled && <ShownForm form={filled.form} values={filled.values} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}
