import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import { demoQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';

/** The colleagues of the demonstration, to be picked. */
export function DemoPeople({ onPick }: { readonly onPick: (username: string, password: string | null) => void }) {
  const { say, language } = useLanguage();
  const { data } = useQuery(demoQuery(useApi()));
  if (!data) return null;
  const titles = Object.values(ROLE_TITLES);
  const titleOf = (zh: string) => titles.find((title) => title.zh === zh)?.[language] ?? zh;
  return (
    <Card title={<h2 style={{ fontSize: 16, margin: 0 }}>{say('signIn.demo')}</h2>}>
      <p className="quiet">{say('signIn.demoHelp')}</p>
      <div className="demo-people">
        {data.accounts.map(({ username, name, roles, customer }) => (
          <button key={username} type="button" className="demo-person" onClick={() => onPick(username, data.password)}>
            <strong>{name}</strong>
            <br />
            <span className="quiet">{roles.map(titleOf).join(say('word.separator'))}</span>
            {customer !== null && (
              <>
                <br />
                <small className="quiet">{customer}</small>
              </>
            )}
          </button>
        ))}
      </div>
    </Card>
  );
}
