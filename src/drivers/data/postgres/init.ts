import type { InitKind } from '../../../core/interface/init-kind.ts';

export const postgresInit: InitKind = {
  name: 'postgres',
  title: 'PostgreSQL',
  settings: { url: { usual: '${{PREFIX}{SIDE}_DATABASE_URL}', scriptVariable: 'DATABASE_URL' } },
  scrubExamples: [
    `psql "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,
    `psql "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "DELETE FROM webhooks"`,
  ],
};
