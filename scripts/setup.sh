#!/bin/sh
# Makes this checkout ready to run. `make` calls it, once; what is already there is left alone.
#
#   sh scripts/setup.sh run    the environment in .venv and the libraries that WeasyPrint needs: to build the handbook
#   sh scripts/setup.sh test   the tools that the tests need as well; after `run`
#   sh scripts/setup.sh lock   writes requirements/*.lock anew; further arguments go to `uv pip compile`
#
# What Debian or Ubuntu lacks is installed when we are root. Otherwise the command is shown and the run stops.
set -eu
cd "$(dirname "$0")/.."

VENV=.venv
python=$VENV/bin/python
log=$(mktemp)
trap 'rm -f "$log"' EXIT

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 2
}

# Runs a command and shows what it printed only when it fails.
quietly() {
    "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        stop "准备工作失败：$*"
    }
}

# commands "APT PACKAGES" "DNF PACKAGES" "BREW PACKAGES"
commands() {
    cat <<END
请先运行下面三行中适合本机的一行，再重新运行 make：
  sudo apt-get update && sudo apt-get install --no-install-recommends $1
  sudo dnf install $2
  brew install $3
END
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# need WHAT "APT PACKAGES" "DNF PACKAGES" "BREW PACKAGES": installs them, or tells how to.
need() {
    if may_install; then
        say "正在安装$1：$2"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update >/dev/null 2>&1 || true  # some unrelated source may be broken; the install tells what matters
        # shellcheck disable=SC2086  # the packages are several words
        quietly apt-get install --yes --no-install-recommends $2
    else
        stop "缺少$1。$(commands "$2" "$3" "$4")"
    fi
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    stop "需要 Python 3.11 或更新的版本，本机没有找到。$(commands python3.11 python3.11 python@3.11)"
}

# Debian's python3 comes without the modules that make an environment.
make_environment() {
    "$python" -c 'import pip' 2>/dev/null && return
    base=$(find_python)
    version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    "$base" -c 'import ensurepip, venv' 2>/dev/null || need "建立 Python 虚拟环境的模块" "python$version-venv" python3 python3
    quietly "$base" -m venv --clear "$VENV"
}

# Every file is checked against its hash. What is published as source only is built with the locked setuptools.
install_locked() {
    quietly "$python" -m pip install --require-hashes --no-build-isolation --requirement "$1"
}

install_handbook() {
    quietly "$python" -m pip install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
}

# Asks WeasyPrint itself, since it knows the libraries' names on every system.
# Without libharfbuzz-subset it works as well, but 7 to 50 times slower.
has_weasyprint_libraries() {
    "$python" -c 'from weasyprint.text.ffi import harfbuzz_subset; raise SystemExit(not harfbuzz_subset)' \
        >/dev/null 2>&1
}

need_weasyprint_libraries() {
    has_weasyprint_libraries && return
    need "生成 PDF 所需的系统库" "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" "pango harfbuzz" "pango harfbuzz"
    has_weasyprint_libraries || stop "系统库已安装，但 WeasyPrint 仍无法载入：请运行 $python -m weasyprint --info 查看原因。"
}

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

chromium_package() {
    if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then echo chromium-browser; else echo chromium; fi
}

need_test_tools() {
    command -v pdftotext >/dev/null || need "测试所需的 PDF 工具" poppler-utils poppler-utils poppler
    has_chromium || need "测试所需的浏览器" "$(chromium_package)" chromium "--cask chromium"
}

need_browser_driver() {
    runs() { "$python" -m playwright --version >/dev/null 2>&1; }
    runs || need "控制浏览器所需的系统库" libatomic1 libatomic gcc
    runs || stop "系统库已安装，但控制浏览器的程序仍无法启动：请运行 $python -m playwright --version 查看原因。"
}

prepare_run() {
    say "正在准备运行环境（首次约需一分钟）……"
    make_environment
    install_locked requirements/build.lock
    install_locked requirements/main.lock
    install_handbook
    need_weasyprint_libraries
}

prepare_test() {
    say "正在准备测试环境（首次约需一分钟）……"
    need_test_tools
    install_locked requirements/dev.lock
    need_browser_driver
}

# For all platforms and Python versions, with the hashes of all files of a release, and without addresses.
lock() {
    tools=$(mktemp -d)
    trap 'rm -rf "$tools" "$log"' EXIT
    quietly "$(find_python)" -m venv "$tools"
    quietly "$tools/bin/python" -m pip install uv
    compile() {
        output=$1
        shift
        quietly "$tools/bin/uv" pip compile --universal --python-version 3.11 --generate-hashes \
            --no-emit-index-url --no-emit-find-links --no-header --output-file "requirements/$output.lock" "$@"
    }
    compile main pyproject.toml "$@"
    compile build --group build "$@"
    compile dev pyproject.toml --group dev --constraints requirements/main.lock "$@"
    say "已写入 requirements/*.lock。"
}

case ${1-} in
    run) prepare_run ;;
    test) prepare_test ;;
    lock) shift; lock "$@" ;;
    *) stop "用法：sh scripts/setup.sh run|test|lock" ;;
esac
