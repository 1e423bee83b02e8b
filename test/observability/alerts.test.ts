import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { serveMetrics, type MetricsServer } from '#app/worker-metrics.ts';
import { registerPools } from '#app/metrics.ts';
import { createTelemetry } from '#platform/telemetry.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { callTool } from '#test/harness/mcp.ts';
import { findPromtool, PROMTOOL_TIMEOUT_MS } from '#test/harness/promtool.ts';
import { House } from '#test/jobs/company.ts';

const run = promisify(execFile);
const ROOT = `${import.meta.dirname}/../..`;
const DASHBOARD = 'deploy/grafana/smarteros.json';

/** Prometheus' own. */
const FOREIGN: ReadonlySet<string> = new Set(['up']);
const WORDS: ReadonlySet<string> = new Set(
  'sum by max rate increase histogram_quantile topk vector absent and or offset time'.split(' '),
);

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
interface Case {
  readonly alert_rule_test: readonly {
    readonly alertname: string;
    readonly exp_alerts: readonly unknown[];
  }[];
}

const read = (file: string): string => readFileSync(`${ROOT}/${file}`, 'utf8');
const files = (pattern: string): string[] => globSync(pattern, { cwd: ROOT }).toSorted();
const rules = files('deploy/prometheus/rules/*.yaml').flatMap((file) =>
  (parse(read(file)) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules),
);
const alerts = rules.filter((rule) => rule.alert !== undefined);
const cases = files('deploy/prometheus/tests/*.yaml').flatMap((file) =>
  (parse(read(file)) as { tests: Case[] }).tests.flatMap((one) => one.alert_rule_test),
);

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}
const { panels } = JSON.parse(read(DASHBOARD)) as { panels: Panel[] };

/** Names of metrics in PromQL: what is left without labels, texts, durations and words of the language. */
function metricsIn(expr: string): string[] {
  const bare = expr
    .replaceAll(/\{[^}]*\}/g, ' ')
    .replaceAll(/\b(?:by|without|on) \([^)]*\)/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ');
  return (bare.match(/[a-z_:][\w:]*/gi) ?? []).filter((word) => !WORDS.has(word) && !/^e\d+$|^h$/.test(word));
}

describe('alerts', () => {
  it(
    'each was seen to fire and to keep silent, by Prometheus itself',
    { timeout: PROMTOOL_TIMEOUT_MS },
    async () => {
      const promtool = await findPromtool();
      await run(promtool, ['check', 'rules', ...files('deploy/prometheus/rules/*.yaml')], { cwd: ROOT });
      // A rule that breaks its test must be noticed: exit code, and words.
      await run(promtool, ['test', 'rules', ...files('deploy/prometheus/tests/*.yaml')], { cwd: ROOT });
      for (const { alert } of alerts) {
        const own = cases.filter(({ alertname }) => alertname === alert);
        assert.ok(
          own.some(({ exp_alerts: told }) => told.length > 0),
          `${alert} was never seen to fire`,
        );
        const silent = alert === 'SmarterosWatchdog' || own.some(({ exp_alerts: told }) => told.length === 0);
        assert.ok(silent, `${alert} was never seen to keep silent`);
      }
    },
  );

  it('each says how grave it is and where its runbook lies, and each runbook has its alert', () => {
    for (const { alert, labels, annotations } of alerts) {
      assert.ok(['page', 'ticket', 'none'].includes(labels?.['severity'] ?? ''), alert);
      assert.ok(annotations?.['summary'], alert);
      const text = read(annotations?.['runbook'] ?? '');
      assert.match(text, /^# \w+\n\n.+\n\n\*\*Check\*\*\n[\s\S]+\*\*Do\*\*\n/, alert);
    }
    const named = new Set(alerts.map(({ annotations }) => annotations!['runbook']!));
    assert.deepEqual(
      readdirSync(`${ROOT}/docs/runbooks`)
        .map((file) => `docs/runbooks/${file}`)
        .toSorted(),
      [...named].toSorted(),
    );
  });
});

describe('metrics', () => {
  let t: TestApi;
  let house: House;
  let worker: MetricsServer;
  const scraped: Record<'api' | 'worker', string> = { api: '', worker: '' };

  before(async () => {
    t = await createTestApi();
    house = new House(t.database);
    const telemetry = createTelemetry();
    registerPools(telemetry, { app: house.app, relay: house.relay });
    telemetry.jobs.observe(['things.do', 'ok'], 0.01);
    worker = await serveMetrics(telemetry, { host: '127.0.0.1', port: 0, operatorKey: t.operatorKey });
    const { key } = await t.tenant();
    await t.request('GET /contacts', { token: key });
    const url = await t.api.server.listen({ host: '127.0.0.1', port: 0 });
    await callTool(url, key, 'contacts_list', {});
    await t.request('POST /auth/otp/send', { body: { phone: '+56955550001' } });
    await t.request('POST /auth/otp/verify', { body: { phone: '+56955550001', code: 'wrong' } });
    scraped.api = (await t.request('GET /metrics', { token: t.operatorKey })).body;
    const answer = await fetch(`http://127.0.0.1:${worker.port}/metrics`, {
      headers: { authorization: `Bearer ${t.operatorKey}` },
    });
    scraped.worker = await answer.text();
  });
  after(async () => {
    await worker.stop();
    await t.api.stop();
    await house.tearDown();
  });

  const emitted = (): Set<string> => {
    const names = new Set<string>();
    for (const [, name, type] of Object.values(scraped)
      .join('\n')
      .matchAll(/^# TYPE (\S+) (\w+)$/gm)) {
      names.add(name!);
      if (type === 'histogram') for (const part of ['bucket', 'sum', 'count']) names.add(`${name}_${part}`);
    }
    return names;
  };

  it('a worker’s are for the operator’s key only, and it serves nothing else', async () => {
    const url = `http://127.0.0.1:${worker.port}`;
    const status = async (path: string, token?: string, method = 'GET') =>
      (await fetch(url + path, { method, headers: token ? { authorization: `Bearer ${token}` } : {} }))
        .status;
    assert.equal(await status('/metrics'), 401);
    assert.equal(await status('/metrics', `${t.operatorKey}x`), 401);
    assert.equal(await status('/metrics', t.operatorKey, 'POST'), 404);
    assert.equal(await status('/health', t.operatorKey), 404);
    assert.equal(await status('/metrics', t.operatorKey), 200);
  });

  it('the names in rules and dashboard are those that API and worker emit', () => {
    const names = emitted();
    const recorded = new Set(rules.map(({ record }) => record));
    const used = [...rules, ...panels.flatMap(({ targets = [] }) => targets)].flatMap(({ expr }) =>
      metricsIn(expr),
    );
    assert.ok(used.length > 80);
    for (const name of used)
      assert.ok(names.has(name) || recorded.has(name) || FOREIGN.has(name), `nobody emits ${name}`);
  });

  it('the dashboard begins with the service level, and each panel shows something', () => {
    assert.deepEqual([panels[0]!.type, panels[0]!.title], ['row', 'Service level']);
    for (const { type, title, targets = [] } of panels)
      assert.ok(type === 'row' || targets.length > 0, title);
  });

  it('calls, batches, tools, jobs, pools and refusals are counted', () => {
    for (const line of [
      /^http_server_request_duration_seconds_count\{method="GET",route="\/contacts",status="200"\} 1$/m,
      /^smarteros_operation_duration_seconds_count\{operation="core\.contacts",result="ok"\} 2$/m,
      /^mcp_server_operation_duration_seconds_count\{mcp_method_name="tools\/call",gen_ai_tool_name="core\.contacts",error_type=""\} 1$/m,
      /^db_client_operation_duration_seconds_count\{role="app"\} [1-9]/m,
      /^smarteros_db_connections_max\{role="app"\} 12$/m,
      /^smarteros_refused_acts_total\{action="login\.failed"\} 1$/m,
      /^smarteros_refused_acts_total\{action="session\.reuse_detected"\} 0$/m,
      /^smarteros_codes_sent_day 1$/m,
      /^smarteros_codes_failed_day 1$/m,
      /^smarteros_codes_failure_budget_used_ratio 0\.002$/m,
      /^smarteros_workers 0$/m,
    ])
      assert.match(scraped.api, line);
    assert.match(scraped.worker, /^smarteros_job_duration_seconds_count\{job="things\.do",result="ok"\} 1$/m);
  });

  it('no label tells of a company, a person, an address or a trace', () => {
    const known = new Set(
      'method route status operation result mcp_method_name gen_ai_tool_name error_type role job action le type space kind version major minor patch quantile'.split(
        ' ',
      ),
    );
    for (const text of Object.values(scraped)) {
      for (const [, name] of text.matchAll(/[{,](\w+)="/g)) assert.ok(known.has(name!), `label ${name}`);
      for (const [, value] of text.matchAll(/="([^"]*)"/g))
        assert.doesNotMatch(value!, /569\d|[0-9a-f]{8}-[0-9a-f]{4}-|:\/\//);
    }
  });
});
