using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Sequences;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Named;

public static partial class Datasets
{
    /// <summary>ECG5000, the training half of UCR's archive: 500 heartbeats of 140 samples in five classes, of which the first has 292 rows and the last 2. Use cross-validation.</summary>
    /// <param name="folder">Holds ECG5000_TRAIN.txt. Found by the name of the set when null, the default.</param>
    /// <returns>Inputs float32 [N, 140] and targets int64 [N], 0 to 4.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TensorDataset Ecg5000(string? folder = null)
    {
        CsvTable table = CsvTable.Read(Find(folder, "ecg5000-train", "ECG5000_TRAIN.txt"), new CsvOptions { HasHeader = false, Delimiter = ' ', MergeDelimiters = true });
        long[] classes = [.. table["c1"].Numbers().Select(number => (long)number - 1)];
        return new TensorDataset(table.ToTensor([.. table.Columns.Skip(1).Select(column => column.Name)]), Tensor.From(classes));
    }

    /// <summary>The monthly airline passengers of Box and Jenkins, 1949 to 1960, in thousands: 144 numbers. The last 24 are the usual test.</summary>
    /// <param name="folder">Holds airline-passengers.csv. Found by the name of the set when null, the default.</param>
    /// <returns>The series; months as 1949-01.</returns>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="CsvException">The file holds something else.</exception>
    public static TimeSeries AirlinePassengers(string? folder = null)
    {
        CsvTable table = CsvTable.Read(Find(folder, "airline-passengers", "airline-passengers.csv"));
        return new TimeSeries([.. table["Month"].Texts().Select(month => month ?? "")], [.. table["Passengers"].Numbers().Select(number => (float)number)]);
    }
}
