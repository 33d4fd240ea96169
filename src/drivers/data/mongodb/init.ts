import type { InitKind } from '../../../core/interface/init-kind.ts';

export const mongodbInit: InitKind = {
  name: 'mongodb',
  title: 'MongoDB',
  settings: {
    url: { usual: '${{PREFIX}{SIDE}_MONGODB_URL}', scriptVariable: 'MONGODB_URL' },
    databases: { usual: ['records'] },
  },
  scrubExamples: [
    `mongosh "$MONGODB_URL" --quiet --eval 'db.getSiblingDB("records").users.updateMany({}, [{ $set: { email: { $concat: [{ $toString: "$_id" }, "@example.invalid"] } } }])'`,
    `mongosh "$MONGODB_URL" --quiet --eval 'db.getSiblingDB("records").webhooks.deleteMany({})'`,
  ],
};
