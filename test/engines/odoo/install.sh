#!/usr/bin/env bash
# Odoo 19 for tests: Debian sid's package in a trixie root of its own, because nothing older than it has the package and
# sid's own Python is too new for it. Takes a folder; does nothing where it is there already. Exit 3: not on this machine.
set -euo pipefail

readonly dir=${1:?usage: install.sh FOLDER} suite=trixie
readonly root=$dir/root ready=$dir/ready

say() { printf '%s\n' "$*" >&2; }
unable() { say "$1"; exit 3; }

[[ -f $ready ]] && exit 0
[[ $EUID -eq 0 ]] || unable 'Odoo needs root to install (debootstrap, chroot).'
command -v apt-get >/dev/null || unable 'Odoo needs a Debian machine to install.'

mkdir -p -- "$dir"
exec 9>"$dir/lock"
flock 9
[[ -f $ready ]] && exit 0

# The mirror, and how it is reached, are the machine's own.
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1 || true)
[[ -n $mirror ]] || unable 'apt knows no mirror of Debian on this machine.'

if ! command -v debootstrap >/dev/null; then
  say 'Installing debootstrap …'
  apt-get -qq update && apt-get -qq install -y --no-install-recommends debootstrap >/dev/null
fi

rm -rf -- "$root"
say "Building a root of $suite …"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$dir/debootstrap.log" 2>&1 ||
  { tail -n 15 "$dir/debootstrap.log" >&2; exit 1; }

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
apt-config dump | grep -E '^Acquire::(http|https)::Proxy' >"$root/etc/apt/apt.conf.d/10host" || true
# A mirror that stands still has Release files past their date; signatures are checked all the same.
echo 'Acquire::Check-Valid-Until "false";' >>"$root/etc/apt/apt.conf.d/10host"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod 755 "$root/usr/sbin/policy-rc.d"

say 'Fetching the package …'
mkdir -p "$root/var/lib/apt/sid/partial" "$root/odoo"
echo "deb $mirror sid main" >"$root/etc/apt/sid.list"
sid=(-o Dir::Etc::SourceList=/etc/apt/sid.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=/var/lib/apt/sid
  -o APT::Sandbox::User=root)
inside apt-get -qq "${sid[@]}" update
(cd "$root/odoo" && inside /bin/sh -c "cd /odoo && apt-get -qq ${sid[*]} download odoo-19") || unable 'odoo-19 is not on this mirror.'

say 'Installing it …'
inside apt-get -qq update
inside /bin/sh -c 'apt-get -qq install -y --no-install-recommends /odoo/odoo-19_*.deb' >"$dir/install.log" 2>&1 ||
  { tail -n 15 "$dir/install.log" >&2; exit 1; }
rm -rf -- "$root/var/cache/apt/archives" "$root/odoo" "$root/var/lib/apt/sid"

# What can't start is not there.
inside odoo --version >"$dir/version.txt" 2>&1 || { cat "$dir/version.txt" >&2; exit 1; }
mv "$dir/version.txt" "$ready"
