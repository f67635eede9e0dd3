import { Fragment } from 'react';
import { shownInstant } from '../../../models/contracts/time';
import type { CutoverPart, CutoverPlan, CutoverStep } from '../../api/types';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { AskedLines, TaskName } from './asked-lines';
import { StepTag } from './state-tag';

interface Props {
  readonly plan: CutoverPlan;
  readonly aheadMs: number;
}

/** What a cutover consists of, in its order: backup, each step beside its undo, verification, observation, roll-back. */
export function PlanSteps({ plan, aheadMs }: Props) {
  const { say, language } = useLanguage();
  const { steps, noReturnAfter, rollBack, observation, observationHours, observedUntil } = plan;
  const part = (of: CutoverPart, more = '') => <Part of={of} more={more} aheadMs={aheadMs} />;
  const until = observedUntil === null ? '' : shownInstant(observedUntil, settings().timeZone, language);
  return (
    <>
      <ol className="cockpit-steps" aria-label={say('cutover.steps')}>
        {part(plan.backup)}
        {steps.map((step) => (
          <Fragment key={step.number}>
            <Step step={step} aheadMs={aheadMs} />
            {step.number === noReturnAfter && <li className="cockpit-no-return">{say('cutover.noReturnLine')}</li>}
          </Fragment>
        ))}
        {part(plan.verification)}
        {part(observation, observationHours > 0 && until !== '' ? say('cutover.observedUntil', { at: until }) : '')}
      </ol>
      {rollBack && (
        <section>
          <h3 className="plain">{say('cutover.rollBack')}</h3>
          <ol className="cockpit-steps" aria-label={say('cutover.rollBack')}>
            {part(rollBack.backup)}
            <li className="cockpit-step">
              <div className="card-line">
                {steps.toReversed().flatMap(({ number, undoing }) =>
                  undoing ? (
                    <span key={number} className="card-line">
                      <TaskName taskId={undoing.taskId} name={say('cutover.step', { number })} />
                      <StepTag state={undoTag(undoing.state)} />
                    </span>
                  ) : (
                    []
                  ),
                )}
              </div>
            </li>
            {part(rollBack.restoring)}
            {part(rollBack.verification)}
          </ol>
        </section>
      )}
    </>
  );
}

function undoTag(state: CutoverPart['state']): CutoverStep['state'] {
  if (state === 'waiting') return 'waiting';
  if (state === 'under-way') return 'undoing';
  return state === 'done' ? 'undone' : 'undo-failed';
}

interface PartProps {
  readonly of: CutoverPart;
  readonly more: string;
  readonly aheadMs: number;
}

function Part({ of, more, aheadMs }: PartProps) {
  const { pick } = useLanguage();
  return (
    <li className={`cockpit-step cockpit-${of.state}`}>
      <div className="card-line">
        <TaskName taskId={of.taskId} name={pick(of.title)} />
        <StepTag state={of.state} />
        {more !== '' && <span className="quiet">{more}</span>}
      </div>
      <AskedLines asked={of} aheadMs={aheadMs} />
    </li>
  );
}

function Step({ step, aheadMs }: { readonly step: CutoverStep; readonly aheadMs: number }) {
  const { say } = useLanguage();
  const { number, action, check, undo, minutes, undoing, doing, state } = step;
  return (
    <li className={`cockpit-step cockpit-${step.state}`}>
      <div className="card-line">
        <TaskName taskId={step.taskId} name={say('cutover.step', { number })} />
        <StepTag state={step.state} />
        <span className="quiet">{say('cutover.limit', { minutes })}</span>
      </div>
      <div className="cockpit-both">
        <div>
          <div className="card-line">
            <span className="lines">{action}</span>
            {doing !== state && <StepTag state={doing} />}
          </div>
          <div className="quiet lines">
            {say('cutover.check')}
            {say('word.colon')}
            {check}
          </div>
          <AskedLines asked={step} aheadMs={aheadMs} />
        </div>
        <div className="cockpit-undo">
          <div className="lines">
            <span className="quiet">
              {say('cutover.undo')}
              {say('word.colon')}
            </span>
            {undo}
          </div>
          {undoing && undoing.taskId !== null && (
            <>
              <div className="card-line">
                <TaskName taskId={undoing.taskId} name={say('cutover.undoing')} />
                <StepTag state={undoTag(undoing.state)} />
              </div>
              <AskedLines asked={undoing} aheadMs={aheadMs} />
            </>
          )}
        </div>
      </div>
    </li>
  );
}
