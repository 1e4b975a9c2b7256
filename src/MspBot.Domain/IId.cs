namespace MspBot.Domain;

/// <summary>A row's number with a type of its own, so that a person's cannot be passed for a seminar's.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}
