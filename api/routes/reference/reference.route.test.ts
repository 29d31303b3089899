import type { Express } from 'express';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiUnderTest } from '../../../test/support/api-under-test.js';

describe('the reference', () => {
  let app: Express;
  beforeAll(async () => {
    ({ app } = await createApiUnderTest());
  });

  it('is a page that loads nothing from elsewhere and has no script or style of its own', async () => {
    const page = await supertest(app).get('/reference').expect(200).expect('content-type', /html/);
    const loaded = [...page.text.matchAll(/(?:src|rel="(?:icon|stylesheet)" href)="([^"]*)"/g)].map(
      ([, address]) => address ?? '',
    );
    expect(loaded.length).toBeGreaterThan(4);
    for (const address of loaded) {
      expect(address).toMatch(/^\/reference\/[a-z-]+\.(js|css|svg)$/);
      await supertest(app).get(address).expect(200).expect('cache-control', 'public, max-age=3600');
    }
    expect(page.text).not.toMatch(/<style|style="|<script>| on[a-z]+="/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('serves nothing else of the folders that its files lie in', async () => {
    for (const file of [
      'swagger-ui.js',
      'package.json',
      'index.html',
      'toString',
      '..%2fpackage.json',
    ]) {
      await supertest(app).get(`/reference/${file}`).expect(404);
    }
  });

  it('gives the document to tools wherever they run', async () => {
    const answer = await supertest(app).get('/openapi.json').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    expect(answer.body).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/' }] });
  });
});
