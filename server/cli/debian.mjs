/** Installs what tests need from Debian's packages, where that surprises nobody. Plain JavaScript, no dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** True where installing a system package surprises nobody: a CI run or a container, as root, on Debian. */
export function mayUseDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return false;
  if (process.env.CI === 'true' || existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return true;
  return existsSync('/proc/1/cgroup') && /docker|containerd|kubepods|lxc/.test(readFileSync('/proc/1/cgroup', 'utf8'));
}

/** Tries to install a package; whether it worked is seen by looking for the program. */
export function installDebian(name, purpose) {
  process.stdout.write(`[setup] Installing Debian's ${name} for ${purpose}.\n`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
}
