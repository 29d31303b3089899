/** Length of a turn in which the process runs for its share and stands still for the rest. */
const TURN_MS = 20;

/**
 * Slows the process of a page, workers and all, down by so many times, until the answer is called.
 *
 * `Emulation.setCPUThrottlingRate` of the DevTools protocol slows the page's own thread alone, as the
 * loop in the worker shows. So the whole process of the page is stopped and continued in turns: all
 * its threads run for a share of the time. Browser, compositor and camera are other processes and
 * keep their speed.
 */
export function throttleProcess(pid: number, times: number): () => void {
  if (times === 1) return () => undefined;
  let isOver = false;
  const turn = (): void => {
    if (isOver) return;
    process.kill(pid, 'SIGCONT');
    setTimeout(() => {
      if (isOver) return;
      process.kill(pid, 'SIGSTOP');
      setTimeout(turn, TURN_MS * (1 - 1 / times));
    }, TURN_MS / times);
  };
  turn();
  return () => {
    isOver = true;
    process.kill(pid, 'SIGCONT');
  };
}
