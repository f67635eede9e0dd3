import { Layout, Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { placeOf, placesFor } from './places';
import { settings } from './settings';

const WIDTH = 208;

/** The menu at the side, with the name of the company. */
export function SideMenu() {
  const { say } = useLanguage();
  const { pathname } = useLocation();
  const me = useMe();
  const name = settings().companyName || say('product.name');
  return (
    <Layout.Sider className="shell-sider" width={WIDTH}>
      <div className="shell-brand">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <span title={name}>{name}</span>
      </div>
      <nav aria-label={say('nav.main')}>
        <Menu
          theme="dark"
          mode="inline"
          selectedKeys={[placeOf(pathname)]}
          items={placesFor(me).map(({ to, name, icon }) => ({
            key: to,
            icon,
            label: <Link to={to}>{say(name)}</Link>,
          }))}
        />
      </nav>
    </Layout.Sider>
  );
}
