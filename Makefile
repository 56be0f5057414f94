# `make` builds the handbook, `make test` tests everything. Both do their own set-up, once.

HANDBOOK := .venv/bin/handbook
PYTHON := .venv/bin/python

# Empty files that say what the set-up has done.
READY := .venv/ready
READY_TO_TEST := .venv/ready-to-test

.PHONY: build check serve test bench docs lock upgrade clean help

build: $(READY)  ## 生成网站、表单和检查表，放进 build/（只输入 make 也是它）
	@$(HANDBOOK) build

check: $(READY)  ## 检查 YAML，列出所有问题
	@$(HANDBOOK) check

serve: $(READY)  ## 在浏览器中预览，保存 YAML 后自动刷新
	@$(HANDBOOK) serve

test: $(READY_TO_TEST)  ## 代码检查、类型检查、handbook check、完整生成和全部测试
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(HANDBOOK) check
	$(HANDBOOK) build
	$(PYTHON) -m pytest --numprocesses 2

bench: $(READY_TO_TEST)  ## 测量速度和内存（约 5000 个条款的手册）
	@$(PYTHON) -m bench

docs: $(READY)  ## 数据模型或说明文字改动后，重写 docs/ 中的格式说明
	@$(PYTHON) -m generator.schema

lock:  ## 依赖改动后，重写 requirements/*.lock
	@sh scripts/setup.sh lock

upgrade:  ## 把所有依赖升级到允许的最新版本
	@sh scripts/setup.sh lock --upgrade

clean:  ## 删除生成物和缓存，保留 .venv
	rm -rf build build.* .build.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

help:  ## 显示这份说明
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/make \1	\2/p' Makefile

$(READY): requirements/main.lock requirements/build.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh run
	@touch $@

$(READY_TO_TEST): $(READY) requirements/dev.lock
	@sh scripts/setup.sh test
	@touch $@
