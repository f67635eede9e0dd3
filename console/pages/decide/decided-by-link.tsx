import { Card, Result } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import type { DecisionLink } from '../../api/types';
import { ShownForm } from '../../form/shown-form';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

/** A link that was used, or whose task no longer waits for this person. */
export function DecidedByLink({ asked: { decided } }: { readonly asked: DecisionLink }) {
  const { say, pick, language } = useLanguage();
  if (!decided)
    return (
      <Card>
        <Result status="info" title={say('link.closed')} subTitle={say('link.closedHelp')} />
      </Card>
    );
  const at = shownInstant(decided.at, settings().timeZone, language);
  return (
    <Card>
      <Result
        status="success"
        title={say('link.decided', { outcome: pick(decided.outcomeTitle) })}
        subTitle={say('link.decidedHelp', { at })}
      >
        {decided.comment && <p className="lines">{decided.comment}</p>}
        {decided.filled && <ShownForm form={decided.filled.form} values={decided.filled.values} />}
      </Result>
    </Card>
  );
}
