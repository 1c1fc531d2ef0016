"""Writes probes.json: what scikit-learn's LogisticRegression and Ridge say about small matrices (n > d, n < d, two classes, a constant column)."""
import json
import os
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler


def classifier():
    """Newton's method: scikit-learn's lbfgs stops when the value no longer changes, and leaves a gradient of 10⁻⁴."""
    return LogisticRegression(C=1.0, multi_class="multinomial", solver="newton-cg", tol=1e-8, max_iter=1000)


def centred(coefficients):
    """Two classes come as one row; the softmax with the same penalty has half of it for one class, minus half for the other."""
    return np.vstack([-coefficients[0], coefficients[0]]) if len(coefficients) == 1 else coefficients


def case(name, n, d, groups, seed, constant=False):
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % groups
    labels[: n // 6] = 0  # unequal classes
    x = (rng.normal(size=(groups, d))[labels] + 1.5 * rng.normal(size=(n, d))).astype(np.float32)
    if constant:
        x[:, 2] = 0.7
    folds = rng.permutation(n) % 5
    grey = x.astype(np.float64) @ rng.normal(size=d) + rng.normal(size=n)
    whole = StandardScaler().fit_transform(x.astype(np.float64))
    fitted = classifier().fit(whole, labels)
    predicted, log_probability = np.zeros(n, int), np.zeros(n)
    residual = total = 0.0
    for fold in range(5):
        train, test = folds != fold, folds == fold
        scaler = StandardScaler().fit(x[train].astype(np.float64))
        a, b = scaler.transform(x[train].astype(np.float64)), scaler.transform(x[test].astype(np.float64))
        if constant:  # scikit-learn leaves a rounding error of the mean there
            a[:, 2] = b[:, 2] = 0
        model = classifier().fit(a, labels[train])
        predicted[test] = model.predict(b)
        log_probability[test] = model.predict_log_proba(b)[np.arange(test.sum()), labels[test]]
        ridge = Ridge(alpha=0.1 * (a ** 2).sum() / len(a)).fit(a, grey[train])
        residual += ((grey[test] - ridge.predict(b)) ** 2).sum()
        total += ((grey[test] - grey[train].mean()) ** 2).sum()
    return {
        "name": name, "n": n, "d": d, "groups": groups, "x": [round(float(v), 9) for v in x.ravel()],
        "labels": labels.tolist(), "folds": folds.tolist(), "grey": grey.tolist(),
        "weights": centred(fitted.coef_).ravel().tolist(),
        "probabilities": fitted.predict_proba(whole).ravel().tolist(),
        "accuracy": float((predicted == labels).mean()), "log_loss": float(-log_probability.mean()),
        "predicted": predicted.tolist(), "grey_r2": float(1 - residual / total),
    }


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "probes.json"), "w") as f:
    cases = [case("more rows", 90, 6, 3, 1), case("more columns", 40, 60, 4, 2), case("two classes", 50, 8, 2, 3, constant=True)]
    json.dump({"scikit_learn": sklearn.__version__, "cases": cases}, f)
    f.write("\n")
