# Sourced by run and test: makes .venv in the tree, with the pinned versions, once.
# A bare machine needs only Python 3.11 to 3.13; Debian and Ubuntu libraries are installed
# where this user may do so, and named with the exact command where not.

readonly QT_PACKAGES="libglib2.0-0 libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libcups2"
readonly BENCH_PACKAGES="xvfb xdotool poppler-utils cups cups-client cups-filters
printer-driver-cups-pdf ghostscript"
readonly PYTHONS="python3 python3.13 python3.12 python3.11 python"

say() { printf '%s\n' "$*" >&2; }

is_debian() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

is_installed() {
    local name
    for name in "$1" "$1t64"; do # Ubuntu 24.04 and Debian 13 renamed some packages
        case "$(dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null)" in
        ii*) return 0 ;;
        esac
    done
    return 1
}

missing_packages() {
    local name
    for name in "$@"; do
        is_installed "$name" || printf '%s ' "$name"
    done
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update && apt-get install -y --no-install-recommends "$@"; } </dev/null >&2
}

# Install Debian packages, or say how. Fails if any is still missing.
need_packages() {
    local missing
    is_debian || return 0
    missing="$(missing_packages "$@")"
    [ -z "$missing" ] && return 0
    if [ "$(id -u)" = 0 ]; then
        say "Installing system packages: $missing"
        # shellcheck disable=SC2086
        apt_install $missing && return 0
    fi
    say "System packages are missing. Install them with:"
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing"
    return 1
}

# need_system NAME PACKAGES...: the same, remembered in .venv once nothing is missing.
need_system() {
    local mark=".venv/.system-$1" wanted
    shift
    wanted="$*"
    [ -f "$mark" ] && [ "$(cat "$mark")" = "$wanted" ] && return 0
    need_packages "$@" || return 1
    printf '%s\n' "$wanted" >"$mark"
}

is_suitable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
        >/dev/null 2>&1 </dev/null
}

find_python() {
    local name
    for name in $PYTHONS; do
        is_suitable "$name" && command -v "$name" && return 0
    done
    say "MesoDesk needs Python 3.11, 3.12 or 3.13; none was found on the PATH."
    if is_debian; then
        say "Install one with:  sudo apt-get install -y python3 python3-venv"
    fi
    return 1
}

# Debian ships Python without the part that makes environments.
need_venv_module() {
    local version
    "$1" -c 'import ensurepip, venv' 2>/dev/null </dev/null && return 0
    version="$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' </dev/null)"
    need_packages "python$version-venv"
}

make_venv() {
    local python
    if is_suitable .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null; then
        return 0
    fi
    python="$(find_python)" || return 1
    need_venv_module "$python" || return 1
    say "Making .venv with $("$python" --version 2>&1) ..."
    "$python" -m venv --clear .venv </dev/null >&2
}

pip_install() {
    .venv/bin/python -m pip install --quiet --quiet --no-input --disable-pip-version-check "$@" \
        </dev/null >&2
}

install_pinned() {
    say "Installing MesoDesk's libraries (once; this takes a minute or two) ..."
    pip_install --only-binary :all: --require-hashes -r requirements.lock &&
        pip_install --no-deps --no-build-isolation --no-index --editable .
}

# What .venv was made from, where (it cannot be moved), and what lies in it (`uv run` changes it).
fingerprint() {
    cat requirements.lock pyproject.toml | cksum
    pwd
    ls .venv/lib/python3*/site-packages 2>/dev/null | grep 'dist-info$' | cksum
}

is_ready() { [ -f .venv/.ready ] && [ "$(cat .venv/.ready)" = "$(fingerprint)" ]; }

build_environment() {
    is_ready && return 0 # another start made it while this one waited
    make_venv && install_pinned && fingerprint >.venv/.ready
}

need_environment() {
    is_ready && [ -x .venv/bin/python ] && return 0
    if command -v flock >/dev/null; then
        (flock 9 && build_environment) 9>.venv.lock
    else
        build_environment
    fi || {
        say "MesoDesk's environment could not be made; the reason stands above."
        return 1
    }
}
