import { EllipsisOutlined } from '@ant-design/icons';
import { Drawer, Menu } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { placeOf, placesFor } from './places';

const IN_SIGHT = 3;

/** The menu of a phone: three places in reach of a thumb, the others behind 更多. */
export function BottomBar() {
  const { say } = useLanguage();
  const { pathname } = useLocation();
  const places = placesFor(useMe());
  const [isOpen, setOpen] = useState(false);
  const here = placeOf(pathname);
  return (
    <>
      <nav className="shell-bar" aria-label={say('nav.main')}>
        {places.slice(0, IN_SIGHT).map(({ to, name, icon }) => (
          <Link key={to} to={to} aria-current={to === here ? 'page' : undefined}>
            {icon}
            {say(name)}
          </Link>
        ))}
        <button type="button" onClick={() => setOpen(true)}>
          <EllipsisOutlined aria-hidden />
          {say('nav.more')}
        </button>
      </nav>
      <Drawer placement="bottom" size="default" title={say('nav.more')} open={isOpen} onClose={() => setOpen(false)}>
        <Menu
          selectedKeys={[here]}
          items={places.slice(IN_SIGHT).map(({ to, name, icon }) => ({
            key: to,
            icon,
            label: (
              <Link to={to} onClick={() => setOpen(false)}>
                {say(name)}
              </Link>
            ),
          }))}
        />
      </Drawer>
    </>
  );
}
