//===- ArenaPlanner.cpp - Offsets for lifetimes ---------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/Transforms/ArenaPlanner.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

using namespace dsp;

namespace {

/// Lists of buffers that share one pool of links.
class BufferLists {
public:
  explicit BufferLists(size_t count) : heads(count, kEnd) {}

  void push(size_t list, uint32_t buffer) {
    links.push_back({buffer, heads[list]});
    heads[list] = uint32_t(links.size() - 1);
  }
  template <typename Visit>
  void forEach(size_t list, Visit &visit) const {
    for (uint32_t link = heads[list]; link != kEnd; link = links[link].next)
      visit(links[link].buffer);
  }

private:
  static constexpr uint32_t kEnd = UINT32_MAX;
  struct Link {
    uint32_t buffer;
    uint32_t next;
  };
  std::vector<uint32_t> heads;
  std::vector<Link> links;
};

/// The buffers placed so far, found by the steps that they live in.
class PlacedBuffers {
public:
  PlacedBuffers(llvm::ArrayRef<ArenaBuffer> buffers, uint32_t steps)
      : buffers(buffers), leaves(llvm::PowerOf2Ceil(steps)),
        spanning(size_t(2) * leaves), starting(steps) {}

  void insert(uint32_t index) {
    const ArenaBuffer &buffer = buffers[index];
    if (buffer.lower >= buffer.upper)
      return;
    starting.push(buffer.lower, index);
    // The nodes of the segment tree that together cover the lifetime.
    uint32_t left = buffer.lower + leaves, right = buffer.upper + leaves;
    for (; left < right; left /= 2, right /= 2) {
      if (left & 1)
        spanning.push(left++, index);
      if (right & 1)
        spanning.push(--right, index);
    }
  }

  /// Calls `visit` on every placed buffer that lives in one of the steps
  /// [lower, upper), once.
  template <typename Visit>
  void forEachAlive(uint32_t lower, uint32_t upper, Visit visit) const {
    if (lower >= upper)
      return;
    // Alive at `lower`: all that a node above the step's leaf holds.
    for (uint32_t node = lower + leaves; node; node /= 2)
      spanning.forEach(node, visit);
    // And those that begin later.
    for (uint32_t step = lower + 1; step < upper; ++step)
      starting.forEach(step, visit);
  }

private:
  llvm::ArrayRef<ArenaBuffer> buffers;
  uint32_t leaves;
  BufferLists spanning;
  BufferLists starting;
};

/// The same lifetimes in as few steps as tell them apart: those in which a
/// buffer begins. Returns their number.
uint32_t compressSteps(std::vector<ArenaBuffer> &buffers) {
  std::vector<uint32_t> begins;
  begins.reserve(buffers.size());
  for (const ArenaBuffer &buffer : buffers)
    begins.push_back(buffer.lower);
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  auto compressed = [&](uint32_t step) {
    return uint32_t(std::lower_bound(begins.begin(), begins.end(), step) -
                    begins.begin());
  };
  for (ArenaBuffer &buffer : buffers) {
    if (buffer.lower >= buffer.upper) {
      buffer.lower = buffer.upper = 0;
      continue;
    }
    buffer.lower = compressed(buffer.lower);
    buffer.upper = compressed(buffer.upper);
  }
  return uint32_t(begins.size());
}

/// Gives buffers their places one after the other.
class GreedyPlanner {
public:
  explicit GreedyPlanner(llvm::ArrayRef<ArenaBuffer> given)
      : buffers(given), steps(compressSteps(buffers)) {}

  /// Largest first, or longest lived first.
  std::vector<uint32_t> getOrder(bool longLivedFirst) const;

  /// Each buffer takes the tightest or else the lowest of the gaps that it
  /// fits.
  ArenaPlan place(llvm::ArrayRef<uint32_t> order, bool tightestGap);

  /// How many pairs of buffers that live at the same time have been looked at.
  uint64_t getWork() const { return work; }

private:
  std::vector<ArenaBuffer> buffers;
  uint32_t steps;
  std::vector<std::pair<uint64_t, uint64_t>> taken;
  uint64_t work = 0;
};

std::vector<uint32_t> GreedyPlanner::getOrder(bool longLivedFirst) const {
  std::vector<uint32_t> order(buffers.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const ArenaBuffer &left = buffers[a], &right = buffers[b];
    uint32_t leftLife = left.upper - left.lower;
    uint32_t rightLife = right.upper - right.lower;
    if (longLivedFirst)
      return std::pair(leftLife, left.size) > std::pair(rightLife, right.size);
    return std::pair(left.size, leftLife) > std::pair(right.size, rightLife);
  });
  return order;
}

ArenaPlan GreedyPlanner::place(llvm::ArrayRef<uint32_t> order,
                               bool tightestGap) {
  ArenaPlan plan;
  plan.offsets.assign(buffers.size(), 0);
  PlacedBuffers placed(buffers, steps);
  for (uint32_t index : order) {
    const ArenaBuffer &buffer = buffers[index];
    taken.clear();
    placed.forEachAlive(buffer.lower, buffer.upper, [&](uint32_t other) {
      uint64_t begin = plan.offsets[other];
      taken.push_back({begin, begin + buffers[other].size});
    });
    std::sort(taken.begin(), taken.end());
    work += 1 + taken.size();

    // Each gap ends where the next buffer begins; the one behind the last
    // buffer has no end and is taken only if there is no other.
    uint64_t gapBegin = 0, bestOffset = 0, bestGap = UINT64_MAX;
    bool found = false;
    for (auto [begin, end] : taken) {
      uint64_t offset = llvm::alignTo(gapBegin, buffer.alignment);
      if (offset + buffer.size <= begin && begin - gapBegin < bestGap) {
        found = true;
        bestOffset = offset;
        bestGap = begin - gapBegin;
        if (!tightestGap)
          break;
      }
      gapBegin = std::max(gapBegin, end);
    }
    plan.offsets[index] =
        found ? bestOffset : llvm::alignTo(gapBegin, buffer.alignment);
    plan.peak = std::max(plan.peak, plan.offsets[index] + buffer.size);
    placed.insert(index);
  }
  return plan;
}

class BestFitArenaPlanner : public ArenaPlanner {
public:
  llvm::StringRef getName() const override { return "best-fit"; }
  ArenaPlan plan(llvm::ArrayRef<ArenaBuffer> buffers) const override;
};

ArenaPlan BestFitArenaPlanner::plan(llvm::ArrayRef<ArenaBuffer> buffers) const {
  // No single rule wins on all models. Further ones are tried only while there
  // is something to win.
  struct Rule {
    bool longLivedFirst;
    bool tightestGap;
  };
  constexpr Rule rules[] = {{/*longLivedFirst=*/false, /*tightestGap=*/true},
                            {/*longLivedFirst=*/false, /*tightestGap=*/false},
                            {/*longLivedFirst=*/true, /*tightestGap=*/true}};
  constexpr unsigned maxRounds = 64;
  constexpr uint64_t maxWorkOfRounds = 1 << 20;

  uint64_t lowerBound = getArenaLowerBound(buffers);
  GreedyPlanner greedy(buffers);
  ArenaPlan best;
  best.peak = UINT64_MAX;
  for (Rule rule : rules) {
    std::vector<uint32_t> order = greedy.getOrder(rule.longLivedFirst);
    uint64_t maxWork = greedy.getWork() + maxWorkOfRounds;
    for (unsigned round = 0; round < maxRounds; ++round) {
      ArenaPlan plan = greedy.place(order, rule.tightestGap);
      // What lies on top came too late: next time it has the first choice.
      auto top = std::max_element(order.begin(), order.end(),
                                  [&](uint32_t a, uint32_t b) {
                                    return plan.offsets[a] + buffers[a].size <
                                           plan.offsets[b] + buffers[b].size;
                                  });
      if (top != order.end())
        std::rotate(order.begin(), top, top + 1);
      if (plan.peak < best.peak)
        best = std::move(plan);
      if (best.peak == lowerBound)
        return best;
      if (greedy.getWork() > maxWork)
        break;
    }
  }
  return best;
}

} // namespace

std::unique_ptr<ArenaPlanner> dsp::createBestFitArenaPlanner() {
  return std::make_unique<BestFitArenaPlanner>();
}

uint64_t dsp::getArenaLowerBound(llvm::ArrayRef<ArenaBuffer> buffers) {
  std::vector<std::pair<uint32_t, int64_t>> changes;
  changes.reserve(buffers.size() * 2);
  for (const ArenaBuffer &buffer : buffers) {
    if (buffer.lower >= buffer.upper)
      continue;
    changes.push_back({buffer.lower, int64_t(buffer.size)});
    changes.push_back({buffer.upper, -int64_t(buffer.size)});
  }
  // What ends in a step is gone before anything begins in it: the intervals
  // are half-open, and negative changes sort first.
  std::sort(changes.begin(), changes.end());
  int64_t alive = 0, most = 0;
  for (auto [step, change] : changes) {
    alive += change;
    most = std::max(most, alive);
  }
  return uint64_t(most);
}

std::optional<std::pair<size_t, size_t>>
dsp::findArenaConflict(llvm::ArrayRef<ArenaBuffer> buffers,
                       const ArenaPlan &plan) {
  // Plays the schedule: `held` maps the begin of each piece of memory in use to
  // its buffer.
  struct Event {
    uint32_t step;
    bool begins;
    size_t index;
  };
  std::vector<Event> events;
  for (size_t i = 0; i < buffers.size(); ++i) {
    const ArenaBuffer &buffer = buffers[i];
    if (plan.offsets[i] % buffer.alignment ||
        plan.offsets[i] + buffer.size > plan.peak)
      return std::pair(i, i);
    if (!buffer.size || buffer.lower >= buffer.upper)
      continue;
    events.push_back({buffer.lower, true, i});
    events.push_back({buffer.upper, false, i});
  }
  std::sort(events.begin(), events.end(), [](const Event &a, const Event &b) {
    return std::tuple(a.step, a.begins, a.index) <
           std::tuple(b.step, b.begins, b.index);
  });
  std::map<uint64_t, size_t> held;
  for (const Event &event : events) {
    uint64_t begin = plan.offsets[event.index];
    if (!event.begins) {
      held.erase(begin);
      continue;
    }
    auto above = held.lower_bound(begin);
    if (above != held.end() && above->first < begin + buffers[event.index].size)
      return std::pair(event.index, above->second);
    if (above != held.begin()) {
      auto below = std::prev(above);
      if (below->first + buffers[below->second].size > begin)
        return std::pair(event.index, below->second);
    }
    held.emplace(begin, event.index);
  }
  return std::nullopt;
}
