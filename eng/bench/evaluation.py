"""scikit-learn's side of `SynapseLab.Benchmarks evaluation`; prints: what seconds quality. Arguments: folder threads."""
import os
import sys

folder, threads = sys.argv[1], sys.argv[2]
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = threads

import time
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.metrics import silhouette_score


def least(work, repeats=9):
    seconds, result = [], None
    for _ in range(repeats):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), result


x = np.load(os.path.join(folder, "x.npy"))
labels = np.load(os.path.join(folder, "labels.npy")).ravel().astype(int)
k = max(2, min(100, len(x) // 2))

seconds, fit = least(lambda: KMeans(k, n_init=10, random_state=1).fit(x))
print("k-means", seconds, fit.inertia_)
seconds, score = least(lambda: silhouette_score(x, labels))
print("silhouette", seconds, score)
seconds, pca = least(lambda: PCA(min(50, *x.shape), svd_solver="full").fit(x))
print("PCA", seconds, pca.explained_variance_ratio_.sum())

umap = os.path.join(folder, "umap.csv")  # uwot's picture, judged by the same trustworthiness
if os.path.exists(umap):
    picture = np.loadtxt(umap, delimiter=",")
    umap_seconds = float(open(os.path.join(folder, "umap.seconds")).read())
    print("UMAP", umap_seconds, trustworthiness(x, picture, n_neighbors=15))
