import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { z } from 'zod';
import type { Notice } from '../../../src/core/model/notice.ts';
import { postJson } from '../../../src/drivers/notifiers/post.ts';
import { slackMessage } from '../../../src/drivers/notifiers/slack/message.ts';
import { teamsMessage } from '../../../src/drivers/notifiers/teams/message.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { serve } from '../../support/http-server.ts';

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and the reference of the blocks. */
const slackSchema = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('header'),
          text: z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(150), emoji: z.boolean() }),
        }),
        z.strictObject({
          type: z.literal('section'),
          text: z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(3000) }),
        }),
      ]),
    )
    .min(1)
    .max(50),
});

/**
 * The message is that of https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 * and the card that of https://adaptivecards.io/schemas/adaptive-card.json, version 1.4, of which Teams shows all.
 */
const teamsSchema = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
        type: z.literal('AdaptiveCard'),
        version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4']),
        fallbackText: z.string(),
        body: z.array(
          z.strictObject({
            type: z.literal('TextBlock'),
            text: z.string(),
            wrap: z.boolean(),
            weight: z.enum(['Default', 'Lighter', 'Bolder']).optional(),
            size: z.enum(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']).optional(),
            color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
          }),
        ),
        actions: z
          .array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() }))
          .optional(),
      }),
    }),
  ]),
});

const usual: Notice = {
  kind: 'approval',
  system: 'records',
  hop: '1.0.2--1.1.4',
  title: 'records: 1.0.2 → 1.1.4 was rehearsed and waits for approval',
  text: 'It waits for the reviewers of the environment "production": they approve it in the run.',
  url: 'https://github.com/acme/records/actions/runs/7',
};
const hostile = `<!channel> *bold* [link](https://evil.example) & ${'<>&'.repeat(4000)}`;
const notices: readonly Notice[] = [
  usual,
  { ...usual, kind: 'failed', text: hostile, title: hostile },
  { kind: 'complete', system: 'records', hop: 'a--b', title: 'records: done', text: '' },
];

describe('a message has the form that its receiver documents, whatever its text', () => {
  for (const notice of notices) {
    it(`${notice.kind} in Slack`, () => {
      const { blocks, text } = slackSchema.parse(slackMessage(notice));
      const marked = blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
      // Only the link to the run, which is ours, is one.
      for (const each of [text, ...marked.filter((one) => !one.endsWith('|Open the run>'))]) {
        assert.doesNotMatch(each, /[<>]/);
        assert.doesNotMatch(each, /&(?!amp;|lt;|gt;)/, 'an escape is whole');
      }
    });

    it(`${notice.kind} in Teams, within 28 KB`, () => {
      const message = teamsMessage(notice);
      assert.ok(Buffer.byteLength(JSON.stringify(message)) < 28 * 1024);
      const { body } = teamsSchema.parse(message).attachments[0].content;
      for (const { text } of body) assert.doesNotMatch(text, /(?<!\\)[[\]*_`]/, 'nothing in it is taken for Markdown');
    });
  }

  it('the title is enough if there is no more text, and the link is that of the run', () => {
    assert.deepEqual(slackSchema.parse(slackMessage(usual)).blocks.at(-1), {
      type: 'section',
      text: { type: 'mrkdwn', text: '<https://github.com/acme/records/actions/runs/7|Open the run>' },
    });
    assert.equal(slackSchema.parse(slackMessage(notices[2] ?? usual)).blocks.length, 1);
    assert.deepEqual(
      teamsSchema.parse(teamsMessage(usual)).attachments[0].content.actions?.map(({ url }) => url),
      ['https://github.com/acme/records/actions/runs/7'],
    );
  });
});

describe('a message is posted', () => {
  const world = {
    fetch,
    clock: { ...systemClock, sleep: async () => undefined },
    signal: new AbortController().signal,
  };

  it('once more if the receiver is overloaded, and not if it refuses', async () => {
    const answers = [503, 200, 404];
    await using server = await serve((_, response) => {
      response.statusCode = answers.shift() ?? 500;
      response.end('ok');
    });
    assert.deepEqual(await postJson(server.url, usual, world), { kind: 'sent' });
    assert.deepEqual(await postJson(server.url, usual, world), { kind: 'not-sent', reason: 'it answered 404' });
    assert.equal(server.requests.length, 3);
  });

  it('to the named address, without following redirects', async () => {
    await using other = await serve((_, response) => void response.end('ok'));
    await using server = await serve((_, response) => {
      response.writeHead(307, { location: other.url }).end();
    });
    assert.deepEqual(await postJson(server.url, usual, world), { kind: 'not-sent', reason: 'it answered 307' });
    assert.deepEqual(other.requests, []);
  });

  it('says why nothing answers, without the address', async () => {
    const gone = await serve(() => undefined);
    await gone[Symbol.asyncDispose]();
    const sent = await postJson(`${gone.url}/services/T0/B0/secret`, usual, world);
    assert.deepEqual(sent, { kind: 'not-sent', reason: 'ECONNREFUSED' });
  });
});

test('nothing is sent from a run that is being stopped', async () => {
  const stop = new AbortController();
  stop.abort();
  const unused = async (): Promise<Response> => assert.fail('it was asked');
  const sent = await postJson('http://127.0.0.1:1', usual, { fetch: unused, clock: systemClock, signal: stop.signal });
  assert.deepEqual(sent, { kind: 'not-sent', reason: 'the run is being stopped' });
});
