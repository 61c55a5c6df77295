import type { Link } from '../ports/console.ts';

/** {@link Link} over a WebSocket of the platform, which this accepts. */
export function socketLink(socket: WebSocket): Link {
  socket.accept();
  return {
    send(text) {
      if (socket.readyState === WebSocket.READY_STATE_OPEN) socket.send(text);
    },
    close(code, reason) {
      if (socket.readyState === WebSocket.READY_STATE_OPEN) socket.close(code, reason);
    },
    listen({ message, closed }) {
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') message(data);
      });
      socket.addEventListener('close', () => {
        // The handshake of closing needs an answer; a socket that broke takes none.
        if (socket.readyState === WebSocket.READY_STATE_CLOSING) socket.close();
        closed();
      });
      socket.addEventListener('error', closed);
    },
  };
}

/** Takes up a visitor's WebSocket: the answer to their request, and our end of it. */
export function acceptSocket(): { response: Response; link: Link } {
  const { 0: theirs, 1: ours } = new WebSocketPair();
  return { response: new Response(null, { status: 101, webSocket: theirs }), link: socketLink(ours) };
}
