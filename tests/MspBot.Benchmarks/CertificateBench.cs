using System.Diagnostics;
using System.Globalization;
using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Seminars;
using MspBot.Host.Certificates;
using MspBot.Host.Conversations;

namespace MspBot.Benchmarks;

/// <summary>
/// «certificates»: the first one, then 1,000 in a row: CPU of each, size of the file, memory of the process; and 1,000 more, in which it
/// must not grow.
/// </summary>
internal static class CertificateBench
{
    internal const string Argument = "certificates";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    private static readonly BotName Bot = new() { Username = "msp_site_bot", Address = "https://t.me/msp_site_bot" };
    private static readonly Site Site =
        new("Муниципальная стажировочная площадка", "Наставничество", "235-р", new(2021, 3, 1), new(2021, 1, 11), new(2027, 5, 31), "",
            "МОУ «СОШ № 4»");

    internal static int Run()
    {
        var first = Cpu(() => Make(0));
        Console.WriteLine($"the first: {Ms(first)} ms of CPU, {Make(0).Length / 1000} kB");
        var (worst, all, largest) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        var memory = new List<double>();
        for (var n = 1; n <= 2000; n++)
        {
            var size = 0;
            var took = Cpu(() => size = Make(n).Length);
            (worst, all, largest) = (took > worst ? took : worst, all + took, Math.Max(largest, size));
            if (n % 200 == 0) memory.Add(ProcessFigures.MemoryMb(Environment.ProcessId));
        }
        Console.WriteLine($"2,000 in a row: {Ms(all / 2000)} ms of CPU each, {Ms(worst)} ms the worst; the largest {largest / 1000} kB");
        Console.WriteLine(
            $"memory after each 200: {string.Join(' ', memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture)))} MB");
        var grew = memory[^1] - memory[4];
        var good = worst < TimeSpan.FromMilliseconds(300) && largest < 150_000 && grew < 5;
        Console.WriteLine(
            $"grew by {grew.ToString("0.0", CultureInfo.InvariantCulture)} MB in the second thousand: {(good ? "ok" : "MISSED")}");
        return good ? 0 : 1;
    }

    /// <summary>Names and titles differ, as they would.</summary>
    private static byte[] Make(int n)
    {
        var details = new CertificateDetails
        {
            Year = 2026,
            InYear = n + 1,
            Code = $"Zk3-9_QmT7yWb1XcVn{n:0000}",
            Kind = (CertificateKind)(n % 2),
            Name = n % 7 == 0 ? "Александрова-Константинопольская Анастасия Всеволодовна" : $"Иванова {(char)('А' + n % 32)}нна Петровна",
            Edition = 1,
            PrintedAt = Now,
            SeminarKind = (SeminarKind)(n % 9),
            Title = n % 5 == 0 ? string.Concat(Enumerable.Repeat("Читательская грамотность учащихся основной школы ", 6))
            : $"Читательская грамотность, встреча {n}",
            StartsAt = Now,
            EndsAt = Now.AddMinutes(90),
            Head = "Орлова Нина Сергеевна",
        };
        return CertificatePdf.Write([CertificateWords.Page(details, Site, Zone, Bot)], "Сертификат", Now);
    }

    /// <summary>Of the whole process: the compiler and the collector at work beside count.</summary>
    private static TimeSpan Cpu(Action what)
    {
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        what();
        me.Refresh();
        return me.TotalProcessorTime - before;
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
