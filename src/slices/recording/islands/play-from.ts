/** Plays from this second on. Beyond the end there is nothing: a browser would begin again from the beginning. */
export function playFrom(player: HTMLMediaElement, second: number): boolean {
  player.currentTime = second
  if (second >= player.duration) {
    player.pause()
    return false
  }
  void player.play().catch(() => undefined)
  return true
}
