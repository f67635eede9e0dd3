import { GlobalOutlined, LogoutOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Layout } from 'antd';
import { Link, useNavigate } from 'react-router';
import { GlobalSearch } from '../parts/global-search';
import { useChooseLanguage } from '../session/use-choose-language';
import { useMe } from '../session/use-me';
import { useSignOut } from '../session/use-sign-out';
import { useLanguage } from '../words/use-language';

/** The top of every page: search, language, and the signed-in person. */
export function Header({ isDesk }: { readonly isDesk: boolean }) {
  const { say } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const choose = useChooseLanguage();
  return (
    <Layout.Header className="shell-header">
      {isDesk ? (
        <GlobalSearch />
      ) : (
        <Link to="/tasks" aria-label={say('nav.tasks')}>
          <img src="/icon.svg" alt="" width={28} height={28} style={{ display: 'block' }} />
        </Link>
      )}
      <span className="shell-space" />
      {!isDesk && (
        <Button
          type="text"
          icon={<SearchOutlined />}
          aria-label={say('action.search')}
          onClick={() => void navigate('/search')}
        />
      )}
      <Button type="text" icon={<GlobalOutlined />} onClick={choose.other}>
        {say('language.other')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'me', icon: <UserOutlined />, label: say('nav.me'), onClick: () => void navigate('/me') },
            { key: 'out', icon: <LogoutOutlined />, label: say('action.signOut'), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} data-testid="person">
          {me.name}
        </Button>
      </Dropdown>
    </Layout.Header>
  );
}
