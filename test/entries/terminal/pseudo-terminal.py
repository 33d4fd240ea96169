# pseudo-terminal.py COLUMNS COMMAND…: runs a command at a pseudo-terminal: what is read from standard input is typed there, and what is shown there is
# written to standard output. The end of standard input closes the terminal. Standard error says "pid N", and "ended N"; a command that does not end
# within a minute after its terminal was closed is killed.
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios

pid, terminal = pty.fork()
if pid == 0:
    # Before anything looks how wide it is.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(sys.argv[1]), 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])
sys.stderr.write("pid %d\n" % pid)
sys.stderr.flush()

sources = [terminal, 0]
while terminal in sources:
    ready, _, _ = select.select(sources, [], [])
    if terminal in ready:
        try:
            shown = os.read(terminal, 65536)
        except OSError:
            shown = b""
        if not shown:
            break
        os.write(1, shown)
    if 0 in ready:
        typed = os.read(0, 65536)
        if typed:
            os.write(terminal, typed)
        else:
            # A command that outlives its terminal fails its test, and does not keep the others from running.
            signal.signal(signal.SIGALRM, lambda *_: os.kill(pid, signal.SIGKILL))
            signal.alarm(60)
            break

os.close(terminal)
_, status = os.waitpid(pid, 0)
code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
sys.stderr.write("ended %d\n" % code)
