import { Card, Descriptions, Select } from 'antd';
import { Page } from '../parts/page';
import { useChooseLanguage } from '../session/use-choose-language';
import { useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { ChangePassword } from './me/change-password';
import { PhrasesCard } from './me/phrases-card';
import { MailChoices } from './me/mail-choices';
import { Sessions } from './me/sessions';

/** One's own account: roles, language, password, and where one is signed in. */
export function MePage() {
  const { say, pick } = useLanguage();
  const choose = useChooseLanguage();
  const me = useMe();
  return (
    <Page title={say('me.title')}>
      <div className="columns in-order">
        <div className="stack">
          <Card title={me.name}>
            <Descriptions
              column={1}
              items={[
                { key: 'username', label: say('signIn.username'), children: me.username },
                { key: 'email', label: say('me.email'), children: me.email },
                {
                  key: 'roles',
                  label: say('me.roles'),
                  children: (
                    <ul className="cards">
                      {me.roles.map(({ role, title, customer }) => (
                        <li key={`${role} ${customer?.id ?? ''}`}>
                          {pick(title)} · {customer?.name ?? say('person.wholeCompany')}
                        </li>
                      ))}
                    </ul>
                  ),
                },
                {
                  key: 'language',
                  label: say('me.language'),
                  children: (
                    <Select
                      aria-label={say('me.language')}
                      value={me.language}
                      onChange={choose.to}
                      options={(['zh', 'en'] as const).map((one) => ({ value: one, label: say(`language.${one}`) }))}
                    />
                  ),
                },
              ]}
            />
          </Card>
          <div className="later">
            <Sessions />
          </div>
        </div>
        <div className="stack">
          <PhrasesCard />
          <MailChoices />
          <ChangePassword />
        </div>
      </div>
    </Page>
  );
}
