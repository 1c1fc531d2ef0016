"""What gpu-check measures on: machine.py DEVICE prints device, driver, versions and date as a Markdown list."""
import datetime
import os
import platform
import subprocess
import sys
import torch

device = sys.argv[1]
if device == "cpu":
    print(f"- device: CPU, {os.cpu_count()} cores, {platform.machine()}")
else:
    memory = torch.cuda.get_device_properties(device).total_memory / 2**30
    print(f"- device: {torch.cuda.get_device_name(device)}, {memory:.0f} GiB")
    try:
        query = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
        print(f"- driver: {subprocess.run(query, capture_output=True, text=True, check=True).stdout.split()[0]}")
    except (OSError, subprocess.CalledProcessError):
        print("- driver: nvidia-smi does not say")
    print(f"- CUDA {torch.version.cuda}, cuDNN {torch.backends.cudnn.version()}")
print(f"- PyTorch {torch.__version__}, Python {platform.python_version()}")
print(f"- {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}")
