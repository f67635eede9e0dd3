import { shownInstant } from '../../models/contracts/time';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';

/** An instant, on the clocks of the company. */
export function Instant({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={at} className="nowrap">
      {shownInstant(at, settings().timeZone, language)}
    </time>
  );
}
