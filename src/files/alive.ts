/** Whether a process of this machine is running. What a dead one has left half-done may be cleared away. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it lives.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
