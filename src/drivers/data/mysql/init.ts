import type { InitKind } from '../../../core/interface/init-kind.ts';

export const mysqlInit: InitKind = {
  name: 'mysql',
  title: 'MySQL or MariaDB',
  settings: { url: { usual: '${{PREFIX}{SIDE}_DATABASE_URL}', scriptVariable: 'DATABASE_URL' } },
  scrubExamples: [
    `mariadb --defaults-file="$STAGING_CLIENT_CNF" --execute="UPDATE users SET email = CONCAT('user-', id, '@example.invalid')"`,
    `mariadb --defaults-file="$STAGING_CLIENT_CNF" --execute="DELETE FROM webhooks"`,
  ],
};
