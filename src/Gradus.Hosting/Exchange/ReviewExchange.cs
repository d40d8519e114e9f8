using System.Text;
using Gradus.Hosting.Exchange.Anki;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Interview.Log;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Hosting.Exchange;

/// <summary>Reviews and cards out to other programs and in from them. What comes in is data: text and dates, never script. An import is whole or nothing.</summary>
public sealed class ReviewExchange
{
    private readonly Workspace _workspace;

    internal ReviewExchange(Workspace workspace) => _workspace = workspace;

    /// <summary>The kinds of events that make up the reviews.</summary>
    internal static IReadOnlyList<string> Kinds => Workspace.ScheduleKinds;

    /// <summary>The form that a file's name asks for.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The form, or null where the ending says nothing.</returns>
    public static ExchangeFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".json" => ExchangeFormat.Json,
        ".csv" => ExchangeFormat.Csv,
        ".txt" or ".tsv" => ExchangeFormat.Cards,
        ".apkg" => ExchangeFormat.Apkg,
        _ => null,
    };

    /// <summary>Reads a review log in py-fsrs's form to look at; nothing is imported.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <returns>The log, its days counted in periods of 24 hours as py-fsrs does.</returns>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static ReviewLog ReadLog(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !CsvReviewFile.Is(text)
            ? throw new ImportException(source, "the file must begin with card_id,review_rating,review_time.")
            : ReviewLog.Of(CsvReviewFile.Read(text, source)
                .GroupBy(line => line.Review.Question, StringComparer.Ordinal)
                .Select(card => card.Select(line => line.Review).OrderBy(review => review.At).ToList())
                .Select(card => card.Select((review, i) => (review.Rating, i == 0 ? -1 : (int)Math.Floor((review.At - card[i - 1].At).TotalDays), review.At.UtcTicks))));
    }

    /// <summary>Writes reviews.</summary>
    /// <param name="format">The form.</param>
    /// <param name="target">Where they are written; stays open.</param>
    public void Export(ExchangeFormat format, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (format)
        {
            case ExchangeFormat.Json:
                JsonReviewFile.Write(_workspace.Store.Read(new EventFilter { Kinds = Kinds }), _workspace.Now, target);
                break;
            case ExchangeFormat.Csv:
                target.Write(Encoding.UTF8.GetBytes(CsvReviewFile.Write(Histories().SelectMany(pair => pair.Value).OrderBy(review => review.At))));
                break;
            case ExchangeFormat.Cards:
                target.Write(Encoding.UTF8.GetBytes(CardTextFile.Write(_workspace.OwnCards().Values)));
                break;
            case ExchangeFormat.Apkg:
                AnkiPackageWriter.Write(AnkiCards(), _workspace.Now, _workspace.Schedule(schedule => schedule.Days), target);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "The form must be json, csv, cards or apkg.");
        }
    }

    /// <summary>Reads a file into the log. What is there already is passed over, so that a file may be imported twice.</summary>
    /// <param name="content">The file.</param>
    /// <param name="source">Its name, for messages and for the log.</param>
    /// <param name="format">Its form, or null to tell it by its first bytes.</param>
    /// <returns>What it brought.</returns>
    /// <exception cref="ImportException">It cannot be read; nothing was imported.</exception>
    public ImportSummary Import(byte[] content, string source, ExchangeFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length is 0 or > ImportLimits.FileBytes)
        {
            throw new ImportException(source, content.Length == 0 ? "the file is empty." : $"the file has {content.Length} bytes; at most {ImportLimits.FileBytes} are read.");
        }

        ExchangeFormat form = format ?? Sniff(content, source);
        List<string> notices = [];
        IReadOnlyList<LoggedEvent> events = form switch
        {
            ExchangeFormat.Json => Settled(JsonReviewFile.Read(StrictUtf8.Decode(content, source), source, _workspace.Now)),
            ExchangeFormat.Csv => Events(Reviewed(StrictUtf8.Decode(content, source), source), source),
            ExchangeFormat.Cards => Events(new ForeignCollection(CardTextFile.Read(StrictUtf8.Decode(content, source), source), [], [], []), source),
            _ => Events(Collected(content, source, notices), source),
        };
        IReadOnlyList<LoggedEvent> added = _workspace.Store.Merge(events);
        return new ImportSummary(
            form,
            added.Select(logged => logged.Event).OfType<OwnCardsSaved>().Sum(saved => saved.Cards.Count),
            added.Count(logged => logged.Event is ReviewRated),
            added.Count,
            events.Count - added.Count,
            notices);
    }

    private static ExchangeFormat Sniff(byte[] content, string source)
    {
        if (content.AsSpan().StartsWith("PK"u8))
        {
            return ExchangeFormat.Apkg;
        }

        string text = StrictUtf8.Decode(content, source);
        return text.AsSpan().TrimStart() is ['{', ..] ? ExchangeFormat.Json : CsvReviewFile.Is(text) ? ExchangeFormat.Csv : ExchangeFormat.Cards;
    }

    private ForeignCollection Collected(byte[] content, string source, List<string> notices)
    {
        DateOnly today = _workspace.StudyDay(_workspace.Now);
        ForeignCollection collection = AnkiPackageReader.Read(content, source, id => _workspace.Bank.Find(id) is not null, _workspace.Now, today);
        notices.AddRange(collection.Notices);
        return collection;
    }

    private ForeignCollection Reviewed(string text, string source)
    {
        IReadOnlyDictionary<string, OwnCard> own = _workspace.OwnCards();
        ILookup<string, string> byKey = own.Values.Where(card => card.Key is not null).ToLookup(card => card.Key!, card => card.Id, StringComparer.Ordinal);
        List<ForeignReview> reviews = [];
        foreach ((int line, ForeignReview review) in CsvReviewFile.Read(text, source))
        {
            string id = review.Question;
            string known = _workspace.Bank.Find(id) is not null || own.ContainsKey(id) ? id
                : byKey[id].FirstOrDefault() is { } card ? card
                : throw new ImportException(source, $"line {line} reviews '{id}', which is neither a question of the bank nor a card of yours; import the cards first (form cards or apkg). 'gradus review optimize --log' fits to such a log without importing it.");
            reviews.Add(review.At >= new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) && review.At <= _workspace.Now.AddDays(1)
                ? review with { Question = known }
                : throw new ImportException(source, $"line {line} was reviewed before 2000 or in time to come."));
        }

        return new ForeignCollection([], reviews, [], []);
    }

    // Ids follow from what they name: the same card or review from the same or another file is one.
    private List<LoggedEvent> Events(ForeignCollection collection, string source)
    {
        DateTimeOffset now = _workspace.Now;
        StudyDay days = _workspace.Schedule(schedule => schedule.Days);
        List<LoggedEvent> events = [];
        IReadOnlyDictionary<string, OwnCard> own = _workspace.OwnCards();
        OwnCard[] changed = [.. collection.Cards.GroupBy(card => card.Id).Select(same => same.Last()).Where(card => !Same(own.GetValueOrDefault(card.Id), card))];
        if (changed.Length > 0)
        {
            string content = string.Join('\u001e', changed.Select(card => string.Join('\u001f', card.Id, card.Front, card.Back, string.Join(' ', card.Tags), card.Key, card.Deck)));
            events.Add(new LoggedEvent(0, EventIds.Of("cards", now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), content), now, new OwnCardsSaved(SourceName(source), changed)));
        }

        // Anki keeps no two reviews of one millisecond, so that an exported one may come back some milliseconds later.
        HashSet<(string, long)> there = [.. Histories().SelectMany(pair => pair.Value.SelectMany(review => Enumerable.Range(-1, 3).Select(step => (pair.Key, Tenth(review.At) + step))))];
        HashSet<(string, DateTimeOffset)> told = [];
        HashSet<string> reviewed = new(StringComparer.Ordinal);
        foreach (ForeignReview review in collection.Reviews.OrderBy(review => review.At))
        {
            DateTimeOffset at = Millisecond(review.At);
            if (!there.Contains((review.Question, Tenth(at))) && told.Add((review.Question, at)))
            {
                reviewed.Add(review.Question);
                string id = EventIds.Of("review", review.Question, at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), ((int)review.Rating).ToString(System.Globalization.CultureInfo.InvariantCulture));
                events.Add(new LoggedEvent(0, id, at, new ReviewRated(review.Question, review.Rating, days.Of(at), null, false, review.Milliseconds)));
            }
        }

        events.AddRange(new ForeignPlaces(_workspace, collection, reviewed).After(events));
        return events;
    }

    // An answer that is not here cannot have been rated here: such a rating becomes a review of its own, with the last word that was spoken on it.
    private List<LoggedEvent> Settled(IReadOnlyList<LoggedEvent> events)
    {
        HashSet<string> undone = [.. events.Select(logged => logged.Event).OfType<ReviewUndone>().Select(one => one.RatingId)];
        Dictionary<string, bool> here = new(StringComparer.Ordinal);
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        List<LoggedEvent> settled = [];
        foreach (LoggedEvent logged in events)
        {
            if (logged.Event is ReviewRated { AnswerId: { } answer } rated && !Here(answer))
            {
                if (!first.TryGetValue(answer, out int place))
                {
                    first[answer] = settled.Count;
                    settled.Add(logged with { Event = rated with { AnswerId = null } });
                }
                else if (!rated.Proposed && !undone.Contains(logged.Id))
                {
                    settled[place] = settled[place] with { Event = (ReviewRated)settled[place].Event with { Rating = rated.Rating, Proposed = false } };
                }
            }
            else if (logged.Event is not ReviewUndone { AnswerId: { } about } || Here(about))
            {
                settled.Add(logged);
            }
        }

        return settled;
        bool Here(string answer) => here.TryGetValue(answer, out bool known) ? known : here[answer] = _workspace.FindAnswer(answer) is not null;
    }

    private Dictionary<string, IReadOnlyList<ForeignReview>> Histories()
    {
        Dictionary<string, int?> took = _workspace.Store.Read(new EventFilter { Kinds = [EventCodec.Current.KindOf<ReviewRated>()] })
            .ToDictionary(logged => logged.Id, logged => ((ReviewRated)logged.Event).Milliseconds, StringComparer.Ordinal);
        return _workspace.Schedule(schedule => schedule.Histories.ToDictionary(
            history => history.Card,
            history => (IReadOnlyList<ForeignReview>)[.. history.Reviews.Select(review => new ForeignReview(history.Card, review.Rating, review.At, took.GetValueOrDefault(review.Id)))],
            StringComparer.Ordinal));
    }

    private List<AnkiCard> AnkiCards()
    {
        Dictionary<string, IReadOnlyList<ForeignReview>> histories = Histories();
        IEnumerable<AnkiCard> questions = _workspace.Bank.Questions
            .Where(question => histories.ContainsKey(question.Id))
            .Select(question => new AnkiCard(
                AnkiKey.Question + question.Id,
                HtmlText.Show($"{question.Title}\n{question.Ask}"),
                HtmlText.Show(Back(question)),
                [question.Topic, .. question.Profiles],
                "Gradus::" + (Topics.Find(question.Topic)?.Title ?? question.Topic).Replace(':', ' '),
                _workspace.Schedule(schedule => schedule.Card(question.Id)),
                histories[question.Id]));
        IEnumerable<AnkiCard> own = _workspace.OwnCards().Values.Select(card => new AnkiCard(
            card.Key ?? card.Id,
            HtmlText.Show(card.Front),
            HtmlText.Show(card.Back),
            card.Tags,
            card.Deck ?? "Gradus::My cards",
            _workspace.Schedule(schedule => schedule.Card(card.Id)),
            histories.GetValueOrDefault(card.Id) ?? []));
        return [.. questions, .. own];
    }

    private static string Back(Question question) => question.Card is { } card
        ? $"What: {card.What}\nWhy: {card.Why}\nHow: {card.How}\nWhen: {card.When}\nPitfall: {card.Pitfall}"
        : question.ModelAnswer;

    private static string SourceName(string source)
    {
        string name = string.Concat(Path.GetFileName(source).Where(c => !char.IsControl(c)));
        return name.Length <= ImportLimits.NameLength ? name : name[..ImportLimits.NameLength];
    }

    private static bool Same(OwnCard? one, OwnCard other) =>
        one is not null && one.Front == other.Front && one.Back == other.Back && one.Key == other.Key && one.Deck == other.Deck && one.Tags.SequenceEqual(other.Tags);

    private static long Tenth(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 100;

    private static DateTimeOffset Millisecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
