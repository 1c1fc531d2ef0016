"""Writes scikit_learn.json: what scikit-learn says about two small matrices (one with n > d, one with n < d)."""
import json
import os
import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.metrics import adjusted_rand_score, silhouette_samples, silhouette_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.model_selection import LeaveOneOut, cross_val_score


def case(name, n, d, groups, seed):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, groups, n)
    x = (rng.normal(size=(groups, d))[labels] * 2 + rng.normal(size=(n, d))).astype(np.float32)
    picture = PCA(2, svd_solver="full").fit_transform(x.astype(np.float64)).astype(np.float32)
    fit = KMeans(groups, n_init=50, random_state=0).fit(x.astype(np.float64))
    pca = PCA(svd_solver="full").fit(x.astype(np.float64))
    other = rng.integers(0, groups, n)
    knn = cross_val_score(KNeighborsClassifier(1), x, labels, cv=LeaveOneOut())
    return {
        "name": name, "n": n, "d": d, "groups": groups, "x": [round(float(v), 9) for v in x.ravel()],
        "labels": labels.tolist(), "other_labels": other.tolist(),
        "picture": [round(float(v), 9) for v in picture.ravel()],
        "silhouette_score": float(silhouette_score(x.astype(np.float64), labels)),
        "silhouette_samples": silhouette_samples(x.astype(np.float64), labels).tolist(),
        "kmeans_inertia": float(fit.inertia_),
        "pca_explained_variance": pca.explained_variance_[:4].tolist(),
        "pca_explained_variance_fraction": pca.explained_variance_ratio_[:4].tolist(),
        "trustworthiness_5": float(trustworthiness(x.astype(np.float64), picture.astype(np.float64), n_neighbors=5)),
        "adjusted_rand_index": float(adjusted_rand_score(labels, other)),
        "one_neighbour_accuracy": float(knn.mean()),
    }


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "scikit_learn.json"), "w") as f:
    json.dump({"scikit_learn": sklearn.__version__, "cases": [case("more rows", 60, 5, 4, 1), case("more columns", 24, 40, 3, 2)]}, f)
    f.write("\n")
