# Short names for what dev.py does. Nothing here that dev.py cannot do alone.
.PHONY: setup run test check bench lock

setup run test check bench lock:
	python3 dev.py $@
