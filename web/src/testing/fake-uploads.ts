/** What one try at an upload gets: a status, or a lost connection. */
export type UploadAnswer = number | 'LOST';

export interface FakeUploads {
  readonly createRequest: () => XMLHttpRequest;
  /** `METHOD url` of every try. */
  readonly sent: readonly string[];
  /** What each try carried. */
  readonly bodies: readonly Blob[];
}

/** Plays the browser's XMLHttpRequest. Each try reports half of its bytes, then is answered. */
export function createFakeUploads(answer: (url: string) => UploadAnswer = () => 200): FakeUploads {
  const sent: string[] = [];
  const bodies: Blob[] = [];
  const createRequest = (): XMLHttpRequest => {
    let [method, url] = ['', ''];
    const request = {
      status: 0,
      timeout: 0,
      upload: { onprogress: (_event: { loaded: number }) => undefined },
      onload: () => undefined,
      onerror: () => undefined,
      open(openedMethod: string, openedUrl: string) {
        [method, url] = [openedMethod, openedUrl];
      },
      setRequestHeader: () => undefined,
      abort: () => undefined,
      send(body: Blob) {
        sent.push(`${method} ${url}`);
        bodies.push(body);
        request.upload.onprogress({ loaded: body.size / 2 });
        const given = answer(url);
        if (given === 'LOST') {
          request.onerror();
          return;
        }
        request.status = given;
        request.onload();
      },
    };
    return request as unknown as XMLHttpRequest;
  };
  return { createRequest, sent, bodies };
}
