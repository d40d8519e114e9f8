#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/preprocessing.json: scalers, imputers, encoders and near neighbours as scikit-learn has them.

Needs NumPy and scikit-learn (written with Debian's 1.24.2 and 1.2.1). Run it from the repository's root. A missing number is null.
"""
import json
import numpy as np
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

random = np.random.default_rng(20261126)


def plain(array):
    return [None if isinstance(v, float) and np.isnan(v) else v for v in np.asarray(array, dtype=float).flatten().tolist()]


def table(rows, missing=False):
    values = np.column_stack([random.normal(5, 3, rows), random.exponential(200, rows), np.full(rows, 0.1), random.integers(0, 4, rows), random.normal(0, 1e-2, rows) + 1e4])
    if missing:
        values[random.random(values.shape) < 0.25] = np.nan
    return values


cases = []
for name, make in {"standard": StandardScaler, "minmax": MinMaxScaler, "robust": RobustScaler,
                   "log": lambda: FunctionTransformer(np.log1p), "log standardized": lambda: make_pipeline(FunctionTransformer(np.log1p), StandardScaler())}.items():
    train, test = table(23), table(6)
    if name.startswith("log"):
        train, test = np.abs(train), np.abs(test)
    scaler = make().fit(train)
    cases.append({"name": name, "columns": 5, "train": plain(train), "test": plain(test), "expected": plain(scaler.transform(test))})

for strategy in ("mean", "median", "most_frequent", "constant"):
    for indicator in (False, True):
        train, test = table(19, missing=True), table(7, missing=True)
        train[:, 4] = 7.5
        imputer = SimpleImputer(strategy=strategy, add_indicator=indicator, fill_value=-3.5 if strategy == "constant" else None).fit(train)
        # scikit-learn refuses nothing that was not missing in training: so is it here.
        expected = imputer.transform(test)
        cases.append({"name": f"impute {strategy} {indicator}", "columns": 5, "train": plain(train), "test": plain(test), "expected": plain(expected)})

words = np.array(["b", "a", "ü", "Z", None], dtype=object)
train, test = words[random.integers(0, 5, (15, 2))], np.vstack([words[random.integers(0, 5, (6, 2))], [["new", "a"]]])
onehot = OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit(train)
cases.append({"name": "onehot", "columns": 2, "trainTexts": train.flatten().tolist(), "testTexts": test.flatten().tolist(), "expected": plain(onehot.transform(test))})
ordinal = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2).fit(train)
expected = ordinal.transform(test)
# A missing value has the last code here.
expected[expected == -2] = 4
cases.append({"name": "ordinal", "columns": 2, "trainTexts": train.flatten().tolist(), "testTexts": test.flatten().tolist(), "expected": plain(expected)})
rare = np.array(["a"] * 6 + ["b"] * 3 + ["c", "d", "d"], dtype=object)[:, None]
test = np.array(["a", "b", "c", "d", "e"], dtype=object)[:, None]
infrequent = OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=3, sparse_output=False).fit(rare)
cases.append({"name": "onehot rare", "columns": 1, "trainTexts": rare.flatten().tolist(), "testTexts": test.flatten().tolist(), "expected": plain(infrequent.transform(test))})

points = random.normal(size=(30, 3)).astype(np.float32).astype(float)
neighbours = NearestNeighbors(n_neighbors=5).fit(points).kneighbors(return_distance=False)
cases.append({"name": "neighbours", "columns": 3, "train": plain(points), "expected": plain(neighbours)})

# A mixed table: two columns of numbers with missing values, one of texts.
numbers, texts = table(20, missing=True)[:, :2], words[random.integers(0, 5, 20)]
mixed = ColumnTransformer([("n", make_pipeline(SimpleImputer(strategy="median", add_indicator=False), StandardScaler()), [0, 1]), ("c", OneHotEncoder(handle_unknown="ignore", sparse_output=False), [2])])
frame = np.column_stack([numbers.astype(object), texts])
mixed.fit(frame[:14])
cases.append({"name": "mixed", "columns": 2, "train": plain(numbers), "trainTexts": texts.tolist(), "expected": plain(mixed.transform(frame))})

with open("tests/Gradus.Learning.Tests/Fixtures/preprocessing.json", "w") as file:
    json.dump({"sklearn": sklearn.__version__, "cases": cases}, file)
    file.write("\n")
