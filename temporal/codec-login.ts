import express, { Router, type Response } from 'express';
import { z } from 'zod';
import type { CodecVisits } from './codec-visit.js';
import { isEqualInConstantTime } from './constant-time.js';

const form = z.object({ token: z.string() });

export interface CodecLoginOptions {
  readonly visits: CodecVisits;
  readonly token: string;
}

/**
 * `/login`: where an operator gives the token to a browser. The Temporal UI cannot be told a token that it sends along,
 * cookies it can.
 */
export function createCodecLogin({ visits, token }: CodecLoginOptions): Router {
  const router = Router();
  router.get('/login', (_request, response) => {
    showPage(response, FORM);
  });
  router.post(
    '/login',
    express.urlencoded({ extended: false, limit: '2kb' }),
    (request, response) => {
      const given = form.safeParse(request.body);
      if (!given.success || !isEqualInConstantTime(given.data.token, token)) {
        showPage(
          response.status(401),
          `<p role="alert">That is not KENALI_CODEC_TOKEN.</p>${FORM}`,
        );
        return;
      }
      response.append('set-cookie', visits.begin());
      showPage(
        response,
        '<p>The Temporal UI reads payloads in this browser for eight hours. Reload its page.</p>',
      );
    },
  );
  return router;
}

const FORM = `<form method="post" action="/login">
<p><label>KENALI_CODEC_TOKEN <input type="password" name="token" autocomplete="off" required autofocus></label></p>
<p><button>Read payloads in the Temporal UI</button></p>
</form>`;

function showPage(response: Response, body: string): void {
  response
    .set({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Kenali codec server</title><h1>Kenali codec server</h1>${body}</html>`,
    );
}
