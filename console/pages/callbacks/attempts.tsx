import type { Callback } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';

/** How often the customer was tried, and how the last attempt went. */
export function Attempts({ row: { attempts } }: { readonly row: Callback }) {
  const { say } = useLanguage();
  const last = attempts.at(-1);
  if (!last) return <div className="quiet">{say('callback.untried')}</div>;
  const { at, by, reached, why, again } = last;
  return (
    <div>
      {reached ? say('callback.reachedBy', { name: by.name }) : say('callback.failed', { count: attempts.length })}
      <div className="quiet">
        <Instant at={at} />
      </div>
      {!reached && <div className="quiet">{`${by.name}${say('word.colon')}${why}`}</div>}
      {again !== null && (
        <div className="quiet">
          {say('callback.agreed')}
          {say('word.colon')}
          <Instant at={again} />
        </div>
      )}
    </div>
  );
}
