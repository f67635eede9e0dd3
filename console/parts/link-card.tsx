import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A card that is one link: title above, lines below. */
export function LinkCard({
  to,
  title,
  children,
}: {
  readonly to: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Link to={to} className="card-link">
      <Card size="small" hoverable>
        <div className="card-line card-title">{title}</div>
        {children}
      </Card>
    </Link>
  );
}
