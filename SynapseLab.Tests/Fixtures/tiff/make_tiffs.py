"""Makes the TIFF fixtures of TiffStackTests with tifffile: /usr/bin/python3 make_tiffs.py

Every grey image is 21 x 37 (y x x) with value (7 y + 3 x) mod 251, times 257 for 16 bit and times 16843009 for 32 bit;
every RGB image has r = that, g = 255 - r, b = x.
"""
import pathlib
import numpy as np
import tifffile

here = pathlib.Path(__file__).parent
y, x = np.mgrid[0:21, 0:37]
grey = ((7 * y + 3 * x) % 251).astype(np.uint8)
deep = {8: grey, 16: grey.astype(np.uint16) * 257, 32: grey.astype(np.uint32) * 16843009}
rgb = np.stack([grey, 255 - grey, x.astype(np.uint8)], -1)
plain = dict(metadata=None, photometric="minisblack")

for bits, image in deep.items():
    tifffile.imwrite(here / f"grey{bits}_le.tif", image, byteorder="<", rowsperstrip=5, **plain)
    tifffile.imwrite(here / f"grey{bits}_be.tif", image, byteorder=">", rowsperstrip=21, **plain)
    tifffile.imwrite(here / f"grey{bits}_big.tif", image, bigtiff=True, **plain)
    tifffile.imwrite(here / f"grey{bits}_tiles.tif", image, tile=(16, 16), compression="zlib", **plain)
    tifffile.imwrite(here / f"grey{bits}_deflate_be.tif", image, byteorder=">", compression="zlib", predictor=True, rowsperstrip=4, **plain)
tifffile.imwrite(here / "rgb_strips.tif", rgb, photometric="rgb", metadata=None, rowsperstrip=6)
tifffile.imwrite(here / "rgb_planes.tif", np.moveaxis(rgb, -1, 0), photometric="rgb", planarconfig="separate", metadata=None)
tifffile.imwrite(here / "rgba_tiles.tif", np.dstack([rgb, grey]), photometric="rgb", extrasamples=["unassalpha"], tile=(16, 32), metadata=None)
tifffile.imwrite(here / "float.tif", grey.astype(np.float32), **plain)
tifffile.imwrite(here / "pages.tif", np.stack([grey, grey + 1, grey + 2]), **plain)
